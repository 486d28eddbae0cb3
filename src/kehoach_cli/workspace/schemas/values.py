"""What each value of a closed list means, by «Model.key»; shown beside the list in editors."""

from __future__ import annotations

from kehoach_cli.model.records import LETTER_LABELS
from kehoach_cli.model.report import LATE_REASON_LABELS
from kehoach_cli.model.status import STATUSES

_CLARITIES = {
    "person": "rõ người",
    "work": "rõ việc",
    "time": "rõ thời gian",
    "responsibility": "rõ trách nhiệm",
    "product": "rõ sản phẩm",
    "approver": "rõ thẩm quyền",
    "resources": "rõ nguồn lực",
    "inspection": "rõ kiểm tra",
}
_AGENCIES = {
    "province": "UBND tỉnh",
    "office": "văn phòng",
    "department": "sở, ban, ngành",
    "police": "công an",
    "commune": "xã, phường",
    "party": "cơ quan của Đảng",
    "mass-org": "Mặt trận và đoàn thể",
    "centre": "trung tâm",
    "unit": "phòng, đơn vị trực thuộc",
    "group": "nhóm",
}

VALUES: dict[str, dict[str, str]] = {
    "Agency.kind": _AGENCIES,
    "Agreement.status": {
        "in-preparation": "đang chuẩn bị",
        "in-force": "đang thực hiện",
        "expired": "hết hạn",
        "ended": "đã chấm dứt",
    },
    "Amendment.kind": {"amend": "sửa đổi, bổ sung", "correct": "đính chính"},
    "Annex.columns": {
        "title": "nhiệm vụ",
        "lead": "cơ quan chủ trì",
        "support": "cơ quan phối hợp",
        "product": "sản phẩm",
        "due": "thời hạn",
        "approver": "cấp phê duyệt",
        "person": "người, đơn vị phụ trách",
        "note": "ghi chú",
    },
    "Commitment.recurrence": {"yearly": "hằng năm"},
    "CommitmentReport.kept": {"yes": "đã thực hiện", "partly": "một phần", "no": "chưa"},
    "DifficultyStep.state": {
        "answered": "đã trả lời",
        "reported": "đã báo cáo UBND tỉnh",
        "resolved": "đã giải quyết",
    },
    "DutyBlock.style": {
        "dashes": "gạch đầu dòng",
        "letters": "điểm a, b, c",
        "paragraphs": "mỗi việc một đoạn",
        "inline": "nối ngay sau tiêu đề",
    },
    "Grounds.style": {
        "prose": "nối vào câu mở đầu",
        "lines": "mỗi căn cứ một dòng",
        "dashes": "gạch đầu dòng",
    },
    "Invitation.reply": {"coming": "dự", "not-coming": "không dự", "none": "chưa trả lời"},
    "Invitation.side": {
        "leader": "lãnh đạo tỉnh",
        "province": "phía tỉnh",
        "partner": "phía đối tác",
        "press": "báo chí",
    },
    "Letter.kind": {str(kind): label for kind, label in LETTER_LABELS.items()},
    "MembersFrom.kind": _AGENCIES,
    "MoneyLine.kind": {
        "dau-tu": "đầu tư",
        "thuong-xuyen": "chi thường xuyên",
        "khcn-dmst-cds": "chi khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số",
    },
    "MoneyLine.level": {"tinh": "ngân sách cấp tỉnh", "xa": "ngân sách cấp xã"},
    "Partner.kind": {
        "telecom": "doanh nghiệp viễn thông",
        "institute": "viện",
        "university": "trường đại học",
        "college": "trường cao đẳng",
        "association": "hiệp hội",
        "company": "doanh nghiệp khác",
        "group": "nhóm",
    },
    "Plan.clarity": _CLARITIES,
    "Plan.numbering": {"roman": "I, II, bên dưới là 1, 2", "figures": "1, 2, bên dưới là 1.1"},
    "Plan.state": {
        "draft": "dự thảo",
        "consulting": "đang lấy ý kiến",
        "submitted": "đã trình",
        "issued": "đã ban hành",
        "amended": "đã sửa đổi",
        "ended": "đã kết thúc",
    },
    "Plan.text": {"verbatim": "đúng bản đã ký", "reconstructed": "dựng lại từ dữ liệu"},
    "Proposal.kind": {
        "task": "nhiệm vụ",
        "solution": "giải pháp",
        "need": "nhu cầu",
        "project": "dự án",
    },
    "Proposal.priority": {"high": "cao", "medium": "trung bình", "low": "thấp"},
    "ProposalDecision.outcome": {
        "accepted": "chấp thuận",
        "declined": "không chấp thuận, phải có lý do",
        "deferred": "để lại xem xét sau",
    },
    "ReceiptRecord.how": {
        "form": "biểu mẫu điện tử",
        "document": "văn bản giấy",
        "scan": "bản chụp",
        "nothing": "báo không phát sinh",
    },
    "Session.state": {
        "planned": "dự kiến",
        "invited": "đã mời",
        "held": "đã họp",
        "concluded": "đã có thông báo kết luận",
        "cancelled": "đã hủy",
    },
    "Settings.clarity": _CLARITIES,
    "Settings.copies": {"paper": "bản giấy", "electronic": "bản điện tử"},
    "Settings.internal": {
        "drafts": "kế hoạch chưa ban hành",
        "senders": "ai đã, chưa gửi báo cáo",
        "difficulties": "khó khăn, vướng mắc",
        "proposals": "đề xuất",
        "money": "kinh phí",
        "late-reasons": "lý do chậm",
        "people": "người, đơn vị phụ trách",
        "history": "diễn biến từng việc qua các báo cáo",
    },
    "Task.kind": {
        "annex": "nhiệm vụ tại Phụ lục",
        "duty": "trách nhiệm nêu trong kế hoạch",
        "conclusion": "việc giao sau kết luận hoặc tại văn bản khác",
        "proposal": "đề xuất ngoài Phụ lục đã được chấp nhận",
    },
    "Task.mode": {"assigned": "giao", "requested": "đề nghị"},
    "TaskReport.late_reason": LATE_REASON_LABELS,
    "TaskReport.status": {code: status.label for code, status in STATUSES.items()},
}
