"""The words of Japanese and Chinese column headers, put into the terms in which headers are understood."""

import re

# Our terms, then what stands for them.
_SYNONYMS = {
    "invoice no": "\u8acb\u6c42\u66f8\u756a\u53f7 \u767a\u7968\u53f7\u7801 \u53d1\u7968\u53f7\u7801 \u53d1\u7968\u53f7",
    "customer name": "\u9867\u5ba2\u540d \u53d6\u5f15\u5148\u540d \u5ba2\u6237\u540d\u79f0",
    "customer": "\u9867\u5ba2 \u53d6\u5f15\u5148 \u5f97\u610f\u5148 \u5ba2\u6237",
    "total": "\u5408\u8a08\u91d1\u984d \u8acb\u6c42\u91d1\u984d \u5408\u8a08 \u603b\u989d \u4ef7\u7a0e\u5408\u8ba1",
    "amount": "\u91d1\u984d \u91d1\u989d",
    "issue date": "\u8acb\u6c42\u65e5 \u767a\u884c\u65e5 \u5f00\u7968\u65e5\u671f",
    "date": "\u65e5\u4ed8 \u65e5\u671f",
    "due date": "\u652f\u6255\u671f\u65e5 \u5230\u671f\u65e5",
    "currency": "\u901a\u8ca8 \u5e01\u79cd",
    "error": "\u30a8\u30e9\u30fc \u9519\u8bef",
    "state": "\u72b6\u614b \u30b9\u30c6\u30fc\u30bf\u30b9 \u72b6\u6001",
}
_OURS = {word: ours for ours, words in _SYNONYMS.items() for word in words.split()}
# The longer words first: one may begin as another does.
_WORD = re.compile("|".join(sorted(_OURS, key=len, reverse=True)))


def with_eastern_words(name: str) -> str:
    """The name with its Japanese and Chinese words in our terms."""
    return _WORD.sub(lambda found: f" {_OURS[found.group()]} ", name)
