"""Start the follow-up assistant from a checkout."""

from assistant.cli.program import main

if __name__ == "__main__":
    main()
