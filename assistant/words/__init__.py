"""The program's words, in Dutch and English, for the screens and the command line alike."""
