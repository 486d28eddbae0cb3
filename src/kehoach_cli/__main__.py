"""``python -m kehoach_cli`` does what ``kehoach`` does."""

from kehoach_cli.cli import main

if __name__ == "__main__":
    main()
