"""The list of cases: which ones are shown, how a row looks, which are selected, and the filter over them."""
