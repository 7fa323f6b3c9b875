"""The command line: a contract that softphones, scripts and managers build on."""
