"""Đối tác và cơ quan của tỉnh nói khác nhau về một cam kết.

Vì sao: hằng năm kết quả thực hiện cam kết được báo cáo UBND tỉnh; đối tác nói đã làm mà cơ quan
phối hợp nói chưa thì con số trong báo cáo không đứng vững.

Cách sửa: hai bên đối chiếu lại, rồi sửa khóa kept ở báo cáo của bên nói chưa đúng.

Căn cứ: docs/data-model.md (khóa commitments của báo cáo).

Sai:

    # data/plans/mau/progress/2027/doi-tac.yaml
    sender: doi-tac
    period: "2027"
    reported: 2027-06-10
    commitments:
      - {commitment: doi-tac-a, kept: yes, text: Đã cử đầu mối}
    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-12
    commitments:
      - commitment: doi-tac-a
        kept: no  # <- KH408
        text: Chưa nhận được văn bản cử đầu mối

Suýt nhầm: cơ quan của tỉnh nói như đối tác.

    # data/plans/mau/progress/2027/doi-tac.yaml
    sender: doi-tac
    period: "2027"
    reported: 2027-06-10
    commitments:
      - {commitment: doi-tac-a, kept: partly, text: Đã cử đầu mối}
    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-12
    commitments: [{commitment: doi-tac-a, kept: partly}]

Đúng: báo cáo của đối tác ghi cơ quan đã xác nhận.

    # data/plans/mau/progress/2027/doi-tac.yaml
    sender: doi-tac
    period: "2027"
    reported: 2027-06-10
    commitments:
      - {commitment: doi-tac-a, kept: yes, confirmed_by: so-khcn}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.progress.commitments import said_of
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.promised import Said, latest

CODE = "KH408"
NAME = "commitment-words-differ"
SEVERITY = Severity.WARNING
MESSAGE = "cam kết {commitment}: {agency} nói «{theirs}», {partner} nói «{own}»"
HINT = "đối chiếu giữa hai bên, rồi sửa khóa kept ở báo cáo của bên nói chưa đúng"


def check(ctx: Context) -> Iterator[Found]:
    """Commitments of which an agency's latest word of a period is not the partner's."""
    for (_, commitment), (partner, agency) in latest(ctx).items():
        if partner and agency and partner.entry.kept != agency.entry.kept:
            yield Found(agency.at("kept"), _words(ctx, commitment, partner, agency), _see(partner))


def _words(ctx: Context, commitment: str, partner: Said, agency: Said) -> dict[str, object]:
    return {
        "commitment": commitment,
        "agency": short_name_of(ctx.ws, agency.report.value.sender),
        "theirs": said_of(agency.entry).label,
        "partner": short_name_of(ctx.ws, partner.report.value.sender),
        "own": said_of(partner.entry).label,
    }


def _see(partner: Said) -> tuple[Related, ...]:
    return (Related(partner.at("kept"), "đối tác nói ở đây"),)
