"""Words of generated plans: an imaginary province, its agencies, its kinds of work."""

from __future__ import annotations

from itertools import permutations

DEPARTMENTS: tuple[tuple[str, str, str], ...] = (
    ("so-khcn", "Sở Khoa học và Công nghệ", "SKHCN"),
    ("so-tc", "Sở Tài chính", "STC"),
    ("so-nv", "Sở Nội vụ", "SNV"),
    ("so-tp", "Sở Tư pháp", "STP"),
    ("so-xd", "Sở Xây dựng", "SXD"),
    ("so-yt", "Sở Y tế", "SYT"),
    ("so-ct", "Sở Công Thương", "SCT"),
    ("so-nnmt", "Sở Nông nghiệp và Môi trường", "SNNMT"),
    ("so-gddt", "Sở Giáo dục và Đào tạo", "SGDĐT"),
    ("so-vhttdl", "Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
    ("so-dttg", "Sở Dân tộc và Tôn giáo", "SDTTG"),
    ("thanh-tra", "Thanh tra tỉnh", "TTr"),
)
"""Id, name and symbol of each."""

PLACES = ("An", "Bình", "Hòa", "Lộc", "Minh", "Phú", "Sơn", "Tân", "Thanh", "Thịnh", "Vĩnh", "Xuân")
"""Two of them make the name of a commune."""

COMMUNES = tuple(f"{one} {two}" for one, two in permutations(PLACES, 2))[:102]

PARTNERS = (
    "Tổng công ty Viễn thông Ban Mai",
    "Tập đoàn Công nghệ Sao Khuê",
    "Công ty cổ phần Giải pháp số Cao Nguyên",
    "Viện Nghiên cứu dữ liệu Hoa Sim",
    "Trường Đại học Kỹ thuật Sông Hinh",
    "Hiệp hội Doanh nghiệp số Đại Ngàn",
)

GROUPS = (
    "Chính quyền số",
    "Kinh tế số",
    "Xã hội số",
    "Hạ tầng số",
    "Dữ liệu số",
    "An toàn thông tin",
)

WORK = (
    "Xây dựng",
    "Nâng cấp",
    "Triển khai",
    "Kết nối",
    "Mở rộng",
    "Chuẩn hóa",
    "Thí điểm",
    "Rà soát, hoàn thiện",
)
OBJECTS = (
    "kho dữ liệu dùng chung",
    "nền tảng tích hợp, chia sẻ dữ liệu",
    "hệ thống giám sát an toàn thông tin",
    "trung tâm điều hành thông minh",
    "hệ thống quản lý văn bản và điều hành",
    "cơ sở dữ liệu đất đai",
    "hồ sơ sức khỏe điện tử",
    "học bạ số",
    "bản đồ du lịch số",
    "hệ thống truyền thanh thông minh",
    "sàn giao dịch nông sản",
    "mạng truyền số liệu chuyên dùng",
)
SCOPES = (
    "phục vụ công tác chỉ đạo, điều hành",
    "bảo đảm kết nối với cơ sở dữ liệu quốc gia",
    "đến tất cả các xã, phường",
    "cho cán bộ, công chức, viên chức",
    "phục vụ người dân và doanh nghiệp",
    "tại các khu vực khó khăn về hạ tầng viễn thông",
    "trong lĩnh vực nông nghiệp công nghệ cao",
)
ROOMS = ("Phòng Chuyển đổi số", "Văn phòng", "Phòng Kế hoạch - Tổng hợp", "Trung tâm Công nghệ số")
PRODUCTS = (
    "Hệ thống được đưa vào sử dụng",
    "Quyết định phê duyệt của cấp có thẩm quyền",
    "Báo cáo kết quả kèm số liệu",
    "Quy chế quản lý, vận hành được ban hành",
    "Biên bản nghiệm thu",
)
PARTNER_PARTS = (
    "Cung cấp hạ tầng, nền tảng và nhân lực kỹ thuật",
    "Tư vấn giải pháp, chuyển giao công nghệ",
    "Đào tạo, hướng dẫn sử dụng",
)
PROVINCE_PARTS = (
    "Cung cấp dữ liệu, bố trí cán bộ đầu mối",
    "Bố trí kinh phí, ban hành quy chế vận hành",
    "Chuẩn bị mặt bằng, điều kiện kỹ thuật",
)
FUNDS = ("Ngân sách tỉnh", "Ngân sách trung ương hỗ trợ", "Nguồn hợp pháp khác")
STEPS = (
    "Khảo sát hiện trạng, thống nhất phương án",
    "Trình cấp có thẩm quyền phê duyệt",
    "Chạy thử, đánh giá kết quả",
)
RESULTS = (
    "Đã hoàn thành khảo sát, đang lấy ý kiến các đơn vị liên quan",
    "Đã ban hành văn bản hướng dẫn và tổ chức tập huấn cho các đơn vị",
    "Hệ thống chạy thử ổn định, số liệu được cập nhật hằng tuần",
)
DUTIES = (
    "Theo dõi, đôn đốc các đơn vị thực hiện nhiệm vụ được giao",
    "Phối hợp, cung cấp thông tin về lĩnh vực, địa bàn do đơn vị quản lý",
    "Tham mưu bố trí kinh phí thực hiện theo phân cấp ngân sách",
    "Tuyên truyền kết quả hợp tác trên các phương tiện thông tin",
)
PROMISES = (
    "hỗ trợ hạ tầng, nền tảng số để tỉnh thử nghiệm trước khi đầu tư",
    "cử chuyên gia tham gia cùng các cơ quan của tỉnh",
    "đào tạo, chuyển giao công nghệ cho cán bộ của tỉnh",
    "áp dụng chính sách ưu đãi khi tỉnh sử dụng dịch vụ",
)
LATE_REASONS = ("cho-huong-dan", "cho-kinh-phi", "cho-phoi-hop", "vuong-thu-tuc")
