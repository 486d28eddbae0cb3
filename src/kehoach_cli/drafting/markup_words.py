"""What is wrong with a line of markup, in Vietnamese: for templates and for a plan's texts."""

from __future__ import annotations

from kehoach_cli.document.markup import MarkupFault, MarkupProblem

SENTENCES: dict[MarkupFault, str] = {
    MarkupFault.HEADING_EMPTY: "đề mục không có chữ",
    MarkupFault.HEADING_NO_SPACE: "thiếu dấu cách sau dấu # của đề mục «{text}»",
    MarkupFault.HEADING_TOO_DEEP: "đề mục có {marks} dấu #, ở đây nhiều nhất là {deepest}",
    MarkupFault.HEADING_SKIPS: "đề mục có {marks} dấu # bỏ qua một cấp, ở đây chỉ được {expected}",
    MarkupFault.EMPHASIS_OPEN: "dấu {mark} mở chữ đậm hoặc nghiêng mà không đóng",
    MarkupFault.DIRECTIVE_MALFORMED: "dòng «{text}» sai dạng, phải là «::: tên khóa=giá-trị»",
}
"""One sentence part for each fault that the markup knows."""


def sentence_of(problem: MarkupProblem) -> str:
    """The words for a fault, without a full stop."""
    return SENTENCES[problem.kind].format(**problem.args)
