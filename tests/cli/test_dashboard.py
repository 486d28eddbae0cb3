"""``kehoach dashboard`` in a real browser: what people see, and that nothing else happens.

One Chromium for the whole module. Every page that a test opens fails it on a message of the
console, an error of a script, or a request for anything but the site's own files.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits
from kehoach_cli.drafting.dashboard.audience import public_of
from kehoach_cli.drafting.dashboard.data import dashboard_data
from kehoach_cli.progress import evaluate
from kehoach_cli.workspace import load
from kehoach_cli.writers.site import write_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from tests.conftest import NuChecker

ROOT = Path(__file__).parents[2]
SMALL = ("--root", ROOT / "tests" / "workspaces" / "every-state", "--as-of", "14/12/2027")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)
WAYS = (
    "",
    "viec",
    "viec/tx-13",
    "thoi-gian?theo=co-quan",
    "co-quan",
    "co-quan/so-yt",
    "doi-tac",
    "bai-toan",
    "kien-nghi",
    "kinh-phi",
    "bao-cao",
    "khong/co/trang",
)
WIDE, PHONE = 1280, 360
AXE = {
    "preload": False,
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa"],
}
"""WCAG 2.1 A and AA; it must not fetch style sheets, and does not tell what passes."""
HOSTILE = (
    '<img src=x onerror="window.hacked=1"></script><script>window.hacked=1</script>\'\u2028&amp;'
)

needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="cần Chromium (gói chromium của Debian) để thử trang theo dõi"
)


@pytest.fixture
def kehoach(kehoach: Kehoach) -> Kehoach:
    return lambda *words: kehoach("dashboard", *words)


def test_the_site_is_written_and_a_hand_edit_is_kept(kehoach: Kehoach, tmp_path: Path) -> None:
    out = tmp_path / "site"
    code, said, err = kehoach(*SMALL, "--out", out)
    assert (code, err) == (exits.CLEAN, "")
    assert said == f"Đã ghi trang theo dõi: mở {out / 'index.html'}\n"
    (out / "style.css").write_text("body { color: red }", encoding="utf-8")
    code, _, err = kehoach(*SMALL, "--out", out)
    assert code == exits.FAILED
    assert "đã được sửa sau khi xuất" in err


def test_a_broken_plan_writes_nothing(kehoach: Kehoach, tmp_path: Path) -> None:
    root = shutil.copytree(ROOT / "tests" / "workspaces" / "every-state", tmp_path / "ws")
    tasks = next(root.glob("data/plans/*/tasks.yaml"))
    tasks.write_text(tasks.read_text(encoding="utf-8") + "\tx", encoding="utf-8")
    code, _, err = kehoach("--root", root, "--out", tmp_path / "site")
    assert (code, (tmp_path / "site").exists()) == (exits.FOUND, False)
    assert "Chưa xuất văn bản nào" in err


def test_a_public_site_says_when_no_plan_is_issued(kehoach: Kehoach, tmp_path: Path) -> None:
    code, out, _ = kehoach("--root", ROOT, "--as-of", "21/11/2026", "--public", "--out", tmp_path)
    assert code == exits.CLEAN
    assert "Chưa có kế hoạch nào đã ban hành để công khai" in out
    assert json.loads((tmp_path / "data.json").read_text(encoding="utf-8"))["items"] == []


@dataclass
class Site:
    """A written site and its data."""

    folder: Path
    data: Any = field(repr=False)

    def address(self, way: str = "") -> str:
        return f"{(self.folder / 'index.html').as_uri()}#/{way}"


def written(folder: Path, data: Any) -> Site:
    for name, content in write_site(data).items():
        (folder / name).write_bytes(content)
    return Site(folder, json.loads(json.dumps(data)))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    ws = load(ROOT / "examples")
    data = dashboard_data(ws, evaluate(ws, date(2027, 12, 14)))
    return written(tmp_path_factory.mktemp("site"), data)


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    ws = load(ROOT / "tests" / "workspaces" / "every-state")
    data = dashboard_data(ws, evaluate(ws, date(2027, 12, 14)))
    return written(tmp_path_factory.mktemp("small"), data)


@pytest.fixture(scope="module")
def public_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    ws = load(ROOT / "tests" / "workspaces" / "every-state")
    assert ws.settings
    audience = public_of(ws.settings.value)
    data = dashboard_data(ws, evaluate(ws, date(2027, 12, 14)), audience)
    return written(tmp_path_factory.mktemp("public"), data)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="cần gói playwright để thử trang theo dõi"
    )
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, address: str, width: int = WIDE) -> Iterator[Page]:
    """The page at that address; whatever goes wrong on it is an error of the test."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, locale="vi-VN", accept_downloads=True
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on(
        "request",
        lambda one: None if one.url.startswith(("file:", "blob:")) else wrong.append(one.url),
    )
    page.goto(address)
    yield page
    context.close()
    assert wrong == []


def go(page: Page, way: str) -> None:
    page.evaluate("way => { location.hash = '#/' + way; }", way)
    page.wait_for_function(
        "way => decodeURIComponent(location.hash) === '#/' + way"
        " && document.querySelector('main').dataset.page === (way.split(/[/?]/)[0] || 'tong-quan')",
        arg=way,
    )


@needs_browser
class TestPages:
    """Every page, wide and on a phone."""

    @pytest.mark.parametrize("width", [WIDE, PHONE])
    def test_each_has_its_title_and_fits_its_screen(
        self, browser: Browser, site: Site, width: int
    ) -> None:
        titles = set()
        with opened(browser, site.address(), width) as page:
            for way in WAYS:
                go(page, way)
                titles.add(page.title())
                assert page.locator("h1").count() == 1
                room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
                assert room[0] <= room[1], way
        assert len(titles) == len(WAYS)
        assert all(title.endswith(" – Theo dõi kế hoạch, Bình Sơn Hà") for title in titles)

    def test_each_can_be_used_by_everybody(self, browser: Browser, small_site: Site) -> None:
        axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
        key = small_site.data["items"][0]["key"]
        for width, ways in (
            (WIDE, ("", "viec", f"viec/{key}", "thoi-gian", "doi-tac")),
            (PHONE, ("",)),
        ):
            with opened(browser, small_site.address(), width) as page:
                for way in ways:
                    go(page, way)
                    found = axe.run(page, options=AXE).response["violations"]
                    assert [(one["id"], way) for one in found] == []

    def test_each_is_valid_html_for_the_office_and_the_public(
        self,
        browser: Browser,
        small_site: Site,
        public_site: Site,
        nu_checker: NuChecker,
        tmp_path: Path,
    ) -> None:
        for name, one in (("office", small_site), ("public", public_site)):
            with opened(browser, one.address()) as page:
                task = f"viec/{one.data['items'][0]['key']}"
                for number, way in enumerate((*WAYS, task)):
                    go(page, way)
                    held = page.content()
                    (tmp_path / f"{name}-{number}.html").write_text(held, encoding="utf-8")
        written = [small_site.folder / name for name in ("index.html", "style.css", "icon.svg")]
        assert nu_checker(*sorted(tmp_path.iterdir()), *written) == []

    def test_the_overview_shows_the_totals_and_leads_to_as_many_tasks(
        self, browser: Browser, site: Site
    ) -> None:
        totals = site.data["totals"]["tasks"]
        with opened(browser, site.address()) as page:
            text = page.inner_text("main")
            assert f"{totals['total']} nhiệm vụ" in text
            assert f"Trong số nhiệm vụ chưa có báo cáo, {totals['no_report_past_last_day']}" in text
            for code, count in totals["states"].items():
                go(page, f"viec?tinh-trang={code}")
                assert page.inner_text("[role=status]").startswith(f"Hiện {count} trong ")

    def test_the_overview_is_one_printed_page_however_much_is_late(
        self, browser: Browser, site: Site, tmp_path: Path
    ) -> None:
        pdfinfo = shutil.which("pdfinfo")
        if pdfinfo is None:
            pytest.skip("cần pdfinfo (gói poppler-utils) để đếm trang in")
        crowded = written(tmp_path, crowd(site.data))
        for number, one in enumerate((site, crowded)):
            with opened(browser, one.address()) as page:
                page.pdf(path=tmp_path / f"{number}.pdf", prefer_css_page_size=True)
            said = subprocess.run(
                [pdfinfo, tmp_path / f"{number}.pdf"], capture_output=True, text=True, check=True
            ).stdout
            assert re.search(r"Pages: +1$", said, re.MULTILINE)
            assert "A4" in said


@needs_browser
class TestTasks:
    """The table of tasks: what is asked lives in the address."""

    def test_search_needs_no_marks_and_stays_in_the_address(
        self, browser: Browser, site: Site
    ) -> None:
        with opened(browser, site.address("viec")) as page:
            page.get_by_label("Tìm").fill("NEN TANG dieu hanh")
            assert page.locator("tbody tr").count() == 1
            page.get_by_label("Tình trạng", exact=True).select_option("running-late")
            assert page.locator("tbody tr").count() == 1
            address = page.url
            page.reload()
            assert page.url == address
            assert page.get_by_label("Tìm").input_value() == "NEN TANG dieu hanh"
            assert page.locator("tbody tr").count() == 1
            page.get_by_role("button", name="Bỏ lọc").click()
            page.wait_for_function("location.hash === '#/viec'")
            assert page.inner_text("[role=status]").startswith("Hiện 74 trong 74")

    def test_on_a_phone_the_filters_fold_away_until_they_are_used(
        self, browser: Browser, site: Site
    ) -> None:
        with opened(browser, site.address("viec"), PHONE) as page:
            assert not page.get_by_label("Tìm").is_visible()
            page.get_by_text("Tìm, lọc, sắp xếp").click()
            page.get_by_label("Xếp theo").select_option("-ngay-cuoi")
            assert page.url.endswith("#/viec?sap-xep=-ngay-cuoi")
            page.reload()
            assert page.get_by_label("Tìm").is_visible()

    def test_what_falls_due_soon_can_be_asked_for(self, browser: Browser, site: Site) -> None:
        soon = [one["key"] for one in site.data["overview"]["soon"] if "key" in one]
        assert soon
        with opened(browser, site.address("viec?den-han=sap-den")) as page:
            assert page.inner_text("[role=status]").startswith(f"Hiện {len(soon)} trong ")
            assert page.get_by_label("Đến hạn").input_value() == "sap-den"

    def test_of_one_agency_the_states_are_those_of_its_parts(
        self, browser: Browser, site: Site
    ) -> None:
        row = next(one for one in site.data["by_agency"] if one["agency"] == "so-khcn")
        with opened(browser, site.address("viec?co-quan=so-khcn")) as page:
            assert page.locator("tbody tr").count() == row["total"]
            for code, count in row["states"].items():
                page.get_by_label("Tình trạng", exact=True).select_option(code)
                assert page.inner_text("[role=status]").startswith(f"Hiện {count} trong ")

    def test_headings_sort_and_rows_without_a_day_come_last(
        self, browser: Browser, site: Site
    ) -> None:
        with opened(browser, site.address("viec")) as page:
            for sort, is_down in (("ascending", False), ("descending", True)):
                page.get_by_role("button", name="Ngày cuối").click()
                heading = page.locator("th[aria-sort]")
                assert heading.get_attribute("aria-sort") == sort
                shown = page.locator("tbody td:nth-child(5)").all_inner_texts()
                texts = [one.partition("\n")[0] for one in shown]
                days = [tuple(map(int, reversed(one.split("/")))) for one in texts if one]
                assert days == sorted(days, reverse=is_down)
                assert texts[len(days) :] == [""] * (len(texts) - len(days))
                assert page.evaluate("document.activeElement.dataset.sort") == "ngay-cuoi"

    def test_the_shown_rows_are_saved_as_csv(self, browser: Browser, site: Site) -> None:
        with opened(browser, site.address("viec?tinh-trang=running-late&sap-xep=-ma")) as page:
            shown = page.locator("tbody td:first-child").all_inner_texts()
            with page.expect_download() as saved:
                page.get_by_role("button", name="Tải bảng này").click()
            text = saved.value.path().read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
        assert rows[0][:2] == ["Mã", "Nội dung"]
        assert [row[0] for row in rows[1:]] == shown
        assert len(shown) == site.data["totals"]["tasks"]["states"]["running-late"]

    @pytest.mark.parametrize("way", ["co-quan", "kien-nghi", "kinh-phi"])
    def test_every_list_sorts_in_the_address_and_is_saved_as_shown(
        self, browser: Browser, site: Site, way: str
    ) -> None:
        with opened(browser, site.address(way)) as page:
            page.locator("th button").first.click()
            page.locator("th button").first.click()
            assert "=-" in page.url
            page.reload()
            table = page.locator("table").first
            assert table.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
            shown = table.locator("tr td:first-child").all_inner_texts()
            with page.expect_download() as saved:
                page.get_by_role("button", name="Tải bảng này").first.click()
            text = saved.value.path().read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
        assert [row[0] for row in rows[1:]] == shown

    def test_on_a_phone_a_list_is_sorted_by_a_choice(self, browser: Browser, site: Site) -> None:
        with opened(browser, site.address("co-quan"), PHONE) as page:
            page.get_by_label("Xếp theo").select_option("-total")
            assert page.url.endswith("#/co-quan?sap-xep=-total")
            totals = page.locator("td[data-title='Tổng số lượt giao']").all_inner_texts()
            assert totals == sorted(totals, key=int, reverse=True)
            assert not page.locator("td.zero").first.is_visible()

    def test_money_adds_up_to_the_years_of_the_command(self, browser: Browser, site: Site) -> None:
        with opened(browser, site.address("kinh-phi")) as page:
            sums = page.locator("tfoot tr").all_inner_texts()
        assert [one.split("\t")[0] for one in sums] == ["Tổng cộng"] * len(site.data["money_years"])
        assert "46.980" in sums[1]

    def test_long_tables_are_shown_step_by_step_and_printed_whole(
        self, browser: Browser, site: Site, tmp_path: Path
    ) -> None:
        items = [{**one, "key": str(n)} for n, one in enumerate(site.data["items"] * 3)]
        many = written(tmp_path, {**site.data, "items": items})
        with opened(browser, many.address("viec")) as page:
            assert page.locator("tbody tr").count() == 100
            page.get_by_role("button", name="Xem thêm 100 dòng (còn 122)").click()
            assert page.locator("tbody tr").count() == 200
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            assert page.locator("tbody tr").count() == 74 * 3
            assert not page.get_by_role("button", name="Xem thêm").is_visible()

    def test_a_task_shows_its_history_and_its_round_can_be_linked(
        self, browser: Browser, site: Site
    ) -> None:
        with opened(browser, site.address("viec")) as page:
            page.get_by_role("link", name="Nâng cấp nền tảng điều hành").click()
            page.wait_for_function("location.hash === '#/viec/tx-13'")
            text = page.inner_text("main")
            assert "Được gia hạn đến Tháng 9/2027 theo Công văn số 2190/UBND-KGVX" in text
            assert "Lý do chậm: đối tác thực hiện chậm" in text
            page.go_back()
            assert page.title().startswith("Nhiệm vụ")


@needs_browser
class TestSafety:
    """Nothing that people typed does anything."""

    def test_hostile_titles_stay_text(
        self, browser: Browser, small_site: Site, tmp_path: Path
    ) -> None:
        site = written(tmp_path, hostile(small_site.data))
        key = site.data["items"][0]["key"]
        with opened(browser, site.address()) as page:
            for way in (*WAYS, f"viec/{key}", "viec?tim=<img>", 'viec/"><img>'):
                go(page, way)
                assert page.evaluate("window.hacked") is None
                assert page.locator("img, main script, iframe, [onerror]").count() == 0
                links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
                assert all(one.startswith(("file:", "http:", "https:")) for one in links)
            go(page, f"viec/{key}")
            assert "<img src=x" in page.inner_text("h1")

    def test_names_of_the_language_are_no_names_of_the_data(
        self, browser: Browser, site: Site
    ) -> None:
        with opened(browser, site.address("thoi-gian?theo=constructor")) as page:
            assert page.inner_text("h1") == "Dòng thời gian"
            go(page, "co-quan/constructor")
            assert page.inner_text("h1") == "Không tìm thấy"

    def test_a_cell_never_becomes_a_formula(self, browser: Browser, site: Site) -> None:
        with opened(browser, site.address("viec")) as page:
            text = page.evaluate("KH.csv([{title: '=1+1', value: row => row}], ['=2', '-x', '\"'])")
        assert text == '\ufeff"\'=1+1"\r\n"\'=2"\r\n"\'-x"\r\n""""\r\n'

    def test_days_read_as_in_documents(self, browser: Browser, site: Site) -> None:
        with opened(browser, site.address()) as page:
            shown = page.evaluate("['2028-12-09', '2027-01-20', '2027-03-02', null].map(KH.day)")
        assert shown == ["09/12/2028", "20/01/2027", "02/3/2027", ""]

    def test_without_data_the_page_says_what_is_missing(
        self, browser: Browser, site: Site, tmp_path: Path
    ) -> None:
        shutil.copytree(site.folder, tmp_path / "bare")
        (tmp_path / "bare" / "data.js").write_text("", encoding="utf-8")
        with opened(browser, Site(tmp_path / "bare", None).address()) as page:
            assert "Chưa có số liệu: cần tệp data.js" in page.inner_text("main")

    def test_without_the_list_of_tasks_the_overview_is_still_there(
        self, browser: Browser, site: Site, tmp_path: Path
    ) -> None:
        shutil.copytree(site.folder, tmp_path / "bare")
        (tmp_path / "bare" / "items.js").write_text("", encoding="utf-8")
        with opened(browser, Site(tmp_path / "bare", None).address()) as page:
            assert "74 nhiệm vụ" in page.inner_text("main")
            page.get_by_role("link", name="Nhiệm vụ", exact=True).click()
            page.get_by_text("Cần tệp items.js").wait_for()

    def test_the_first_page_does_not_wait_for_the_list_of_tasks(
        self, browser: Browser, site: Site
    ) -> None:
        with opened(browser, site.address()) as page:
            assert page.locator("script[src='items.js']").count() == 0
            title = page.locator("a[href*='viec/']").first.inner_text()
            page.locator("a[href*='viec/']").first.click()
            page.wait_for_function("document.querySelector('main').dataset.page === 'viec'")
            assert page.locator("h1").inner_text().startswith(title.rstrip("…"))
            assert page.locator("script[src='items.js']").count() == 1


@needs_browser
class TestKeyboard:
    """Without a mouse."""

    def test_the_first_key_skips_to_the_content(self, browser: Browser, site: Site) -> None:
        with opened(browser, site.address("viec")) as page:
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.textContent") == "Đến nội dung"
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.id") == "noi-dung"
            assert page.title().startswith("Nhiệm vụ")
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.type") == "search"

    def test_following_a_link_leads_the_reader_to_the_new_page(
        self, browser: Browser, site: Site
    ) -> None:
        with opened(browser, site.address()) as page:
            page.get_by_role("link", name="Dòng thời gian").focus()
            page.keyboard.press("Enter")
            page.wait_for_function("document.title.startsWith('Dòng thời gian')")
            assert page.evaluate("document.activeElement.id") == "noi-dung"
            current = page.locator("nav [aria-current=true], nav [aria-current=page]")
            assert current.all_inner_texts() == ["Dòng thời gian"]


def crowd(data: Any) -> Any:
    """The same with long titles and names, and five times as many of each list."""
    long = (
        "Xây dựng, kết nối, chia sẻ và khai thác cơ sở dữ liệu dùng chung của tỉnh với bộ, ngành "
    )
    named = {"id": "so-yt", "name": "Trường Cao đẳng Kỹ thuật Công nghệ và Du lịch miền núi"}
    first = data["overview"]
    soon = [{"item": {**one["item"], "title": long * 2}, "holders": long} for one in first["soon"]]
    late = [{**one, "agency": named, "days_late": 1200} for one in first["late"]]
    answerers = [{**one, "to": named} for one in first["answerers"]]
    overview = {
        **first,
        "soon": soon * 5,
        "late": late * 5,
        "silent": [named] * 121,
        "answerers": answerers * 5,
    }
    return {**data, "overview": overview}


def hostile(value: Any) -> Any:
    """The same data with hostile words in every title and text that people type."""
    typed = {"title", "text", "holders", "due", "product", "result", "name", "short", "progress"}
    typed |= {"note", "person", "notice", "province", "label", "number", "late_reason", "href"}
    match value:
        case dict():
            return {
                key: _spoilt(key) if key in typed and isinstance(one, str) else hostile(one)
                for key, one in value.items()
            }
        case list() | tuple():
            return [hostile(one) for one in value]
        case _:
            return value


def _spoilt(key: str) -> str:
    return "javascript:window.hacked=1" if key == "href" else HOSTILE
