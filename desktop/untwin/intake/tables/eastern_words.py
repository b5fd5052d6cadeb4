"""The words of column headers in other scripts than Latin, put into the terms in which headers are understood."""

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
    "balance": "\u6b8b\u9ad8 \u672a\u6255\u6b8b\u9ad8 \u4f59\u989d",
    "due date": "\u652f\u6255\u671f\u65e5 \u5230\u671f\u65e5",
    "currency": "\u901a\u8ca8 \u5e01\u79cd",
    "error": "\u30a8\u30e9\u30fc \u9519\u8bef",
    "state": "\u72b6\u614b \u30b9\u30c6\u30fc\u30bf\u30b9 \u72b6\u6001",
}
_OURS = {word: ours for ours, words in _SYNONYMS.items() for word in words.split()}
# The longer words first: one may begin as another does.
_WORD = re.compile("|".join(sorted(_OURS, key=len, reverse=True)))


# Arabic, Hebrew and Russian names as a whole: part of another word is another word there.
_NAMES = {
    "invoice no": (
        "\u0631\u0642\u0645 \u0627\u0644\u0641\u0627\u062a\u0648\u0631\u0629",
        "\u0641\u0627\u062a\u0648\u0631\u0629 \u0631\u0642\u0645",
        "\u05de\u05e1\u05e4\u05e8 \u05d7\u05e9\u05d1\u05d5\u05e0\u05d9\u05ea",
        "\u043d\u043e\u043c\u0435\u0440 \u0441\u0447\u0435\u0442\u0430",
        "\u043d\u043e\u043c\u0435\u0440 \u0441\u0447\u0451\u0442\u0430",
        "\u043d\u043e\u043c\u0435\u0440 \u0438\u043d\u0432\u043e\u0439\u0441\u0430",
        "\u2116 \u0441\u0447\u0435\u0442\u0430",
    ),
    "invoice": (
        "\u0627\u0644\u0641\u0627\u062a\u0648\u0631\u0629",
        "\u0641\u0627\u062a\u0648\u0631\u0629",
        "\u05d7\u05e9\u05d1\u05d5\u05e0\u05d9\u05ea",
        "\u0441\u0447\u0435\u0442",
        "\u0441\u0447\u0451\u0442",
        "\u0438\u043d\u0432\u043e\u0439\u0441",
    ),
    "customer": (
        "\u0627\u0644\u0639\u0645\u064a\u0644",
        "\u0627\u0644\u0632\u0628\u0648\u0646",
        "\u05dc\u05e7\u05d5\u05d7",
        "\u043a\u043b\u0438\u0435\u043d\u0442",
        "\u043a\u043e\u043d\u0442\u0440\u0430\u0433\u0435\u043d\u0442",
        "\u043f\u043e\u043a\u0443\u043f\u0430\u0442\u0435\u043b\u044c",
        "\u0437\u0430\u043a\u0430\u0437\u0447\u0438\u043a",
    ),
    "customer name": (
        "\u0627\u0633\u0645 \u0627\u0644\u0639\u0645\u064a\u0644",
        "\u05e9\u05dd \u05dc\u05e7\u05d5\u05d7",
        "\u05e9\u05dd \u05d4\u05dc\u05e7\u05d5\u05d7",
    ),
    "date": (
        "\u0627\u0644\u062a\u0627\u0631\u064a\u062e",
        "\u05ea\u05d0\u05e8\u05d9\u05da",
        "\u0434\u0430\u0442\u0430",
    ),
    "invoice date": (
        "\u062a\u0627\u0631\u064a\u062e \u0627\u0644\u0641\u0627\u062a\u0648\u0631\u0629",
        "\u05ea\u05d0\u05e8\u05d9\u05da \u05d7\u05e9\u05d1\u05d5\u05e0\u05d9\u05ea",
        "\u0434\u0430\u0442\u0430 \u0441\u0447\u0435\u0442\u0430",
        "\u0434\u0430\u0442\u0430 \u0441\u0447\u0451\u0442\u0430",
    ),
    "due date": (
        "\u062a\u0627\u0631\u064a\u062e \u0627\u0644\u0627\u0633\u062a\u062d\u0642\u0627\u0642",
        "\u05ea\u05d0\u05e8\u05d9\u05da \u05e4\u05d9\u05e8\u05e2\u05d5\u05df",
        "\u0441\u0440\u043e\u043a \u043e\u043f\u043b\u0430\u0442\u044b",
    ),
    "amount": (
        "\u0627\u0644\u0645\u0628\u0644\u063a",
        "\u05e1\u05db\u05d5\u05dd",
        "\u0441\u0443\u043c\u043c\u0430",
    ),
    "total": (
        "\u0627\u0644\u0625\u062c\u0645\u0627\u0644\u064a",
        "\u0627\u0644\u0645\u062c\u0645\u0648\u0639",
        '\u05e1\u05d4"\u05db',
        "\u05e1\u05d4\u05f4\u05db",
        "\u0438\u0442\u043e\u0433\u043e",
        "\u0432\u0441\u0435\u0433\u043e",
    ),
    "balance": (
        "\u0627\u0644\u0631\u0635\u064a\u062f",
        "\u05d9\u05ea\u05e8\u05d4",
        "\u043e\u0441\u0442\u0430\u0442\u043e\u043a",
    ),
    "currency": (
        "\u0627\u0644\u0639\u0645\u0644\u0629",
        "\u05de\u05d8\u05d1\u05e2",
        "\u0432\u0430\u043b\u044e\u0442\u0430",
    ),
    "state": (
        "\u0627\u0644\u062d\u0627\u0644\u0629",
        "\u05e1\u05d8\u05d8\u05d5\u05e1",
        "\u0441\u0442\u0430\u0442\u0443\u0441",
    ),
    "error": (
        "\u0627\u0644\u062e\u0637\u0623",
        "\u062e\u0637\u0623",
        "\u05e9\u05d2\u05d9\u05d0\u05d4",
        "\u043e\u0448\u0438\u0431\u043a\u0430",
    ),
}
_WHOLE = {name: ours for ours, names in _NAMES.items() for name in names}


def with_eastern_words(name: str) -> str:
    """The name with its Japanese and Chinese words in our terms, or what stands for the whole of it."""
    whole = _WHOLE.get(" ".join(name.split()).casefold().rstrip(":"))
    if whole:
        return whole
    return _WORD.sub(lambda found: f" {_OURS[found.group()]} ", name)
