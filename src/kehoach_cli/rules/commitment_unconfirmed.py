"""Kết quả thực hiện cam kết mới có lời của một bên.

Vì sao: báo cáo UBND tỉnh phải có xác nhận của cơ quan nhận phối hợp; chỉ dựa vào lời của một bên
thì không biết hai bên có thống nhất không.

Cách sửa: hỏi bên còn lại; cơ quan của tỉnh đồng ý thì ghi confirmed_by ở báo cáo của đối tác, không
đồng ý thì ghi kết quả ở khóa commitments trong báo cáo của chính cơ quan ấy.

Căn cứ: docs/data-model.md (khóa commitments của báo cáo).

Sai:

    # data/plans/mau/progress/2027/doi-tac.yaml
    sender: doi-tac
    period: "2027"
    reported: 2027-06-10
    commitments:  # <- KH409
      - {commitment: doi-tac-a, kept: yes}

Sai: đối tác tự xác nhận cho mình.

    # data/plans/mau/progress/2027/doi-tac.yaml
    sender: doi-tac
    period: "2027"
    reported: 2027-06-10
    commitments:  # <- KH409
      - {commitment: doi-tac-a, kept: yes, confirmed_by: doi-tac}

Sai: mới có lời của cơ quan.

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-12
    commitments:  # <- KH409
      - {commitment: doi-tac-a, kept: no}

Suýt nhầm: cơ quan xác nhận trong báo cáo của chính mình.

    # data/plans/mau/progress/2027/doi-tac.yaml
    sender: doi-tac
    period: "2027"
    reported: 2027-06-10
    commitments: [{commitment: doi-tac-a, kept: yes}]
    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-12
    commitments: [{commitment: doi-tac-a, kept: yes}]

Đúng:

    # data/plans/mau/progress/2027/doi-tac.yaml
    sender: doi-tac
    period: "2027"
    reported: 2027-06-10
    commitments:
      - {commitment: doi-tac-a, kept: yes, confirmed_by: so-khcn}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.progress.confirmations import is_agency
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.promised import Said, Words, latest

CODE = "KH409"
NAME = "commitment-unconfirmed"
SEVERITY = Severity.INFO
MESSAGE = {
    "agency": "{count} cam kết {sender} báo cáo chưa cơ quan nào của tỉnh xác nhận: {ids}",
    "partner": "{count} cam kết {sender} nói đến mà đối tác chưa báo cáo: {ids}",
}
HINT = {
    "agency": "cơ quan của tỉnh đồng ý thì ghi confirmed_by; khác ý thì ghi vào báo cáo của mình",
    "partner": "đề nghị đối tác báo cáo kết quả thực hiện cam kết",
}


def check(ctx: Context) -> Iterator[Found]:
    """Reports with commitments of which only one side has spoken in the period."""
    alone: dict[tuple[str, str], list[Said]] = {}
    for words in latest(ctx).values():
        for reason, said in _alone(ctx, words):
            alone.setdefault((reason, said.report.file), []).append(said)
    for (reason, _), found in alone.items():
        report = found[0].report
        args = {
            "reason": reason,
            "count": len(found),
            "sender": short_name_of(ctx.ws, report.value.sender),
            "ids": ", ".join(one.entry.commitment for one in found),
        }
        yield Found(report.at("commitments", on="key"), args)


def _alone(ctx: Context, words: Words) -> Iterator[tuple[str, Said]]:
    partner, agency = words
    if partner is not None and agency is None:
        named = partner.entry.confirmed_by
        if named is None or not is_agency(ctx.ws, named):
            yield "agency", partner
    if agency is not None and partner is None:
        yield "partner", agency
