"""The exit statuses of COMMANDS."""

DONE, LOOK_AT_IT, WRONG_CALL, COULD_NOT = range(4)
