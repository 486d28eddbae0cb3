Documentation.addTranslations({
  "locale": "vi",
  "plural_expr": "0",
  "messages": {
    "Search Results": "Kết quả tìm",
    "Searching": "Đang tìm",
    "Preparing search...": "Đang chuẩn bị…",
    "Hide Search Matches": "Bỏ tô chữ tìm thấy",
    ", in ": ", trong ",
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
      "Không trang nào có đủ các từ ấy. Thử bớt từ; gõ có dấu hay không dấu đều được.",
    "Search finished, found one page matching the search query.": [
      "Tìm thấy ${resultCount} trang.",
    ],
    "Search finished, found ${resultCount} pages matching the search query.": [
      "Tìm thấy ${resultCount} trang.",
    ],
  },
});
