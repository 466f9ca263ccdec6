"""The signs with which a line of reStructuredText begins or ends."""

import re

_FLAG = r"(?>--?[a-zA-Z][\w-]*+|-\w|/[A-Z]++)(?>[ =]?<[^<>]++>|[ =][A-Za-z][\w-]*+|)"
_COUNT = r"(?:\d{1,9}|[a-zA-Z]|[ivxlcdmIVXLCDM]{1,9}|#)"
BULLET = re.compile(r"[-*+•‣⁃](?:[ \t]+|\Z)")
NUMBER = re.compile(rf"(?:\({_COUNT}\)|{_COUNT}[.)])(?:[ \t]+|\Z)")
FIELD = re.compile(r":(?![: ])(?P<name>(?:[^:\\]|\\.|:(?![ `]|\Z))*+)(?<! ):(?:[ \t]+|\Z)")
OPTION = re.compile(rf"{_FLAG}(?:, {_FLAG})*+(?:  +|\Z)")
ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*\Z")
EXPLICIT = re.compile(r"\.\.(?:[ \t\f\v]+|\Z)")
DIRECTIVE = re.compile(r"(?P<name>[^\W_]+(?:[-._+:][^\W_]+)*+)[ ]?::(?:[ \t]+|\Z)")
NOTE = re.compile(r"\[(?:[#*]|#?[\w.-]+)\](?:[ \t]+|\Z)")
OPTIONS = re.compile(r":[\w-]+:(?:[ \t]|\Z)")
GRID = re.compile(r"\+(?:-+\+)+\Z")
SIMPLE = re.compile(r"=+(?: +=+)+\Z")
STRUCTURES = (BULLET, NUMBER, FIELD, OPTION, EXPLICIT, GRID, SIMPLE)
"""What is set in without being quoted."""
