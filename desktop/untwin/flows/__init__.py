"""What the app does, one verb a file: each flow is handed its parts and reads like a story."""
