"""The verdict on a duplicate number: evidence in, a verdict with its reasons out; whether the sale has posted."""
