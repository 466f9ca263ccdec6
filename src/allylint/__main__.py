"""The door for `allylint` and `python -m allylint`."""


def main() -> None:
    """Run the command line and exit with its status."""
    from allylint.cli import cli

    cli(prog_name="allylint")


if __name__ == "__main__":
    main()
