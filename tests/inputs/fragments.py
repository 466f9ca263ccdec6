"""Pieces of drafts that have misled parsers before, for the property tests."""

QUOTES = ["> ", ">", ">> ", "> > ", "> [!NOTE]\n> ", ">:( ", "\n> a\nlazy\n"]
LISTS = ["- ", "* ", "1. ", "  - ", "    ", "\t", "- [ ] ", "Don't say:\n\n- "]
HEADINGS = ["# ", "## ", "\n===\n", "\n---\n", "***", "-- \n", "+++"]
MARKS = ["*", "**", "_", "~~", "`", "``", "\n```\n", "~~~\n", "ob**viously**", "#hashtag"]
LINKS = ["[a](b)", "![alt](u)", "[![b](c)](d)", "<http://a.b>", "http://x.y/z_(w)_*?", "[", "]"]
LINKS += ["www.a.de,", "ana@b.org", "[x]: ", "[^1]", "\n[^1]: ", "https://", "<a@b.c>"]
ESCAPES = [
    "&amp;",
    "&nope;",
    "&#0;",
    "&#x1F600;",
    "&fjlig;",
    "&NotEqualTilde;",
    "\\*",
    "\\\n",
    "\\",
]
BREAKS = ["\n", "\n\n", "\r\n", "\r", "  \n", " ", "\u2028", "\x85", "\x0b", "\x0c"]
STRANGE = ["\x00", "\x1a", "\ud800", "\udfff", "\ufeff", "\U0001f600", "e\u0301", "\xa0", "ß", "ﷺ"]
TABLES = ["\n\n| a \\| b | c |\n|--|--|\n| x | `y\\|z` |\n", "|", "|-|-|\n", "\\|"]
HTML = ["<b>", "</b>", "<br>", "\n<p>", "</p>", "\n\n<div>\n", "</div>\n\n", "<q>", "</q>"]
HTML += ["\n<blockquote>", "</blockquote>", "<pre>", "</pre>", "<code>", "</code>", "<!-- x -->"]
HTML += [
    "<!--",
    "-->",
    "<!-->",
    "<script>",
    "</script",
    '<a href="',
    "<![CDATA[",
    "<?",
    "<img a=b>",
]
HTML += ["\n<summary>", "<svg/>", "<!-- allylint-off -->\n", "<a title='>'>", "<style>\n"]
FRONT = ["---\ntitle: a\n---\n", "---\n", "---\ntags: [a, \"b\\u00e9\", 'c''d']\n---\n", "title: "]
FRONT += ["- x\n", "bio: >-\n  a\n\n  b\n", '+++\ntags = ["a"]\n+++\n', "---\ntags:\n- a\n", '"""']
HTML += ["<ul>", "<li>", "<dl><dt>", "<dd>", "<table>", "<tr>", "<th>", "<td colspan=2>", "<h1>"]
HTML += ["</h1>", "<title>", "<meta name=description content='a &amp; b'>", "{{ a }}", "{% b %}"]
JSX = ["import a\n", "\n\nexport const a = {\n", "{", "}", "{a}", "{/* b */}", "{`${", "{' '}"]
JSX += ["\n<A>\n", "<A b={c} />", "</A>", "<>", "\n\n      ", "//", "/*", "*/", "](", "{#b}"]
RST = [
    "::\n\n  ",
    ".. ",
    ".. note:: ",
    "\n.. code::\n\n   ",
    ".. [1] ",
    ":a: ",
    "-b  ",
    "| ",
    "a_ ",
]
RST += ["``", "`a <b>`_", ":c:`d`", "|e|", "[1]_", "\\ ", "+--+--+\n", "|a |b |\n", "+==+==+\n"]
RST += ["=== ===\n", "a   b\n", "\n.. list-table::\n\n   * - a\n     - b\n", "\n\n   ", ">>> "]
YAML = ["body:\n- attributes:\n    value: ", "|\n      ", ">-\n      ", "\n    label: ", "'", '"']
YAML += [
    "body:\n- attributes:\n    options: [",
    "\n      ",
    "contact_links:\n- name: ",
    "''",
    "\\\n",
]
YAML += ["name: ", "&a ", "*a", "!!str ", "# allylint-off\n", '\\"', "\\u00e9", "]", "{", ": "]
MAIL = ["On Mon, 3 Mar 2025 at 10:12, Ana <a@b.org>\nwrote:\n", "-----Original Message-----\n"]
MAIL += ["\nFrom: a\nSent: b\n", "wrote:\n", "\nOn 3 May "]
COMMIT = ["\n# comment\n", "# allylint-ignore x\n", "# -------- >8 --------\n", "\n\nFixes: x\n"]
WORDS = ["As an ally", "“I’m sorry”", "$x^2$", "$$\na=b\n$$", "$5-$10", "a"]

FRAGMENTS = (
    QUOTES + LISTS + HEADINGS + MARKS + LINKS + ESCAPES + BREAKS
    + STRANGE + TABLES + HTML + JSX + RST + YAML + FRONT + MAIL + COMMIT + WORDS
)  # fmt: skip
