"""`python -m day12` is the `day12` command."""

from day12.cli import run

if __name__ == "__main__":
    run()
