"""Facts of the Vietnamese language and calendar; knows no plans, files or documents."""
