"""The command-line twin: one command a flow, a stable contract that other programs lean on."""
