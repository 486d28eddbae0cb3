"""Slips of language in every kind of sentence and in every text of a plan: all that is found."""

from __future__ import annotations

from tests.conftest import Golden
from tests.rules.conftest import FindIn, short, stretch

from kehoach_cli.diagnostics import Diagnostic

SENTENCES = """\
Chăm sóc sức khỏe nhân dân và Nhân Dân, Ủy ban nhân dân, Uỷ ban Nhân dân, NHÂN DÂN
Chủ trương của nhà nước, Nhà Nước, cơ quan nhà nước, ngân sách nhà nước, NHÀ NƯỚC
Nhà nước và nhân dân cùng làm; nhân dân, nhà nước
Sở Khoa học và công nghệ, sở Tài chính, Sở tài chính, SỞ TÀI CHÍNH, Sở Tài Chính
Số Y tế; Sở Y tê; Sở  Y tế; Sở Y tế tỉnh
Thí điểm tại xã Mọt, Xã Một, xã một, phường Một và các xã
Ủy Ban nhân dân Tỉnh, UBND Tỉnh, Tỉnh ủy, tỉnh Mẫu, Tỉnh Mẫu. Tỉnh làm. Các Xã, Phường
Theo Khoản 2 Điều 5, khoản 2 điều 5, Điểm a khoản 1 điều 3, Điều 9, Mục 2 Phần I, mục II.1
Tại Phụ lục I, phụ lục II, điểm đ Khoản 4 của Luật
Ngày 5/2/2026, ngày 05/02/2026, ngày 5 tháng 2 năm 2026, ngày 15/3/2026, ngày 05/3/2026
Giai đoạn 2026–2030, 2026 – 2030, 2026-2030, 2026 - 2030, từ 2026 đến 2030, mã a-2026-2030
Bản (TỐI MẬT), độ mật: Mật, (Mật), tuyệt mật, bảo mật, MẬT
Liên hệ 0912.345.678, 0912 345 678, 02053812345, anh.a@vidu.com, +84 912 345 678, 1900 1234
Tài khoản 0123456789012, CCCD 001099012345, số 12/KH-UBND
Nông nghiệp  thông minh , bền vững ;đẹp ( hay ) và " vậy "
Có 1,5 tỷ, 1.5 tỷ, 3,000 hộ, 3.000 hộ, 20 %, 20%
[Ai làm gì], …, ........., (nếu có), xxx, ___, [1]
Công văn số 5/UBND-TH ngày 1/3/2026 và số 05/UBND-TH
Quý IV năm 2026, quý 4/2026, tháng 13/2026, 31/02/2027, 6 tháng đầu năm
Sở Thông tin và Truyền thông, Sở TTTT, Sở KH&CN, Sở KHCN
uỷ ban, Ủy ban, Uỷ ban nhân dân, hoá, hóa, thuỷ, thủy, ký, kí
Tổng công ty Đối tác, Tổng Công ty Đối Tác, Đối tác tỉnh Mẫu
./. Hết./. hết.
"""
SLIP = "của nhân dân  , ngày 5/2/2026 (TỐI MẬT) theo Khoản 2 điều 5, Sở y tế, 0912.345.678"
PLAN = f"""\
id: khac
kind: ke-hoach
state: issued
number: 16/KH-UBND
date: 2026-04-20
text: reconstructed
title: Tên {SLIP}
period: 2026 - 2030
grounds:
  style: lines
  items: [{{type: Luật, title: "Căn cứ {SLIP}"}}]
intro: "Mở đầu {SLIP}"
sections:
  - heading: "MỤC {SLIP}"
    text: "Lời {SLIP}"
    duties:
      - agency: so-tc
        heading: "Đầu việc {SLIP}"
        text: "Lời đầu việc {SLIP}"
        nested:
          - {{agency: so-yt, heading: "Việc con {SLIP}", text: "Lời việc con {SLIP}"}}
      - so-khcn
closing: "Kết {SLIP}"
filing: "Lưu: VT {SLIP}"
signer: {{lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}}
"""
TASKS = f"""\
annex: {{title: "PHỤ LỤC {SLIP}"}}
tasks:
  - id: kh-1
    kind: duty
    source: {{clause: I.2}}
    title: "Trách nhiệm {SLIP}"
    lead: so-khcn
  - id: kh-2
    kind: annex
    source: {{clause: Phụ lục}}
    title: "Nhiệm vụ {SLIP}"
    lead: so-tc
    product: "Sản phẩm {SLIP}"
    person: "Người {SLIP}"
    due: "Quý IV/2027 {SLIP}"
    note: "Ghi chú {SLIP}"
    split: {{partner_does: "Bên A {SLIP}", province_does: "Bên B {SLIP}"}}
"""
REPORT = f"""\
sender: so-tc
period: '2027'
reported: 2027-06-20
tasks:
  - task: kh-2
    status: in-progress
    result: "Kết quả {SLIP}"
    late_note: "Chậm {SLIP}"
difficulties:
  - {{id: kk-1, text: "Khó {SLIP}", proposal: "Muốn {SLIP}"}}
"""


def test_every_slip_in_a_sentence(find_in: FindIn, golden: Golden) -> None:
    challenges = "".join(
        f"- {{id: bt-{number}, compiled_by: so-khcn, source: {{plan: mau, clause: I}}, "
        f"title: '{sentence}'}}\n"
        for number, sentence in enumerate(SENTENCES.splitlines(), 1)
    )
    found = find_in({"data/challenges.yaml": challenges})
    golden("rules/texts/sentences.txt", "".join(f"{short(one)}\n" for one in found))


def test_every_text_of_a_plan(find_in: FindIn, golden: Golden) -> None:
    here = "data/plans/khac"
    files = {"plan.yaml": PLAN, "tasks.yaml": TASKS, "progress/2027/so-tc.yaml": REPORT}
    found = find_in({f"{here}/{name}": text for name, text in files.items()})
    golden("rules/texts/plan.txt", "".join(f"{place(one)}\n" for one in found))


def place(one: Diagnostic) -> str:
    return f"{stretch(one.span)}: {one.code}"
