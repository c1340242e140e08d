"""`python -m r57desk`: the same door as the `r57desk` command."""

from r57desk.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
