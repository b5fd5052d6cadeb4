"""The sample law firm: people, papers, bills and the ten ways in which its bills fail to post."""
