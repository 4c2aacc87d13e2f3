#include "extract/reference_parser.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/author_list.h"
#include "extract/publication_date.h"
#include "extract/reference_details.h"
#include "extract/reference_segments.h"
#include "extract/volume_pages.h"

namespace musclekg {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kQuotes = {
    {{"\"", "\""}, {"“", "”"}, {"«", "»"}, {"‘", "’"}, {"'", "'"}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
class ReferenceReader {
 public:
  explicit ReferenceReader(std::string_view words) : details_(details_of(words)) {
    result_.reference.doi = details_.doi;
    result_.reference.pmid = details_.pmid;
    result_.reference.url = details_.url;
    result_.reference.accessed = details_.accessed;
    result_.online = details_.online;
    result_.book = details_.citation.find("ISBN") != kNone || says_edition(details_.citation);
  }

  ParsedReference read() {
    const AuthorList authors = authors_of(details_.citation);
    reference().authors = authors.names;
    rest_ = std::string_view(details_.citation).substr(authors.end);
    take_year();
    if (!read_quoted() && !read_dated_volume() && !(!result_.book && read_volume())) read_work();
    if (reference().pages.empty()) reference().pages = labelled_pages(rest_);
    return std::move(result_);
  }

 private:
  PageReference& reference() { return result_.reference; }

  /// The year behind the authors, "(2014)." or "2014.".
  void take_year() {
    constexpr std::string_view kNoDate = "(n.d.)";
    std::string_view text = trim(rest_);
    if (text.starts_with(kNoDate)) {
      rest_ = text = trim(text.substr(kNoDate.size()));
      if (rest_.starts_with('.')) rest_ = text = trim(text.substr(1));
    }
    const bool parenthesis = text.starts_with('(');
    if (parenthesis) text.remove_prefix(1);
    const PublicationDate date = date_at(text, 0);
    if (date.text.empty()) return;
    std::size_t end = date.end;
    if (parenthesis) {
      end = text.find(')', end);
      if (end == kNone) return;
      ++end;
    } else if (reference().authors.empty() || end >= text.size() || (text[end] != '.' && text[end] != ',' && text[end] != ':')) {
      return;
    }
    reference().date = date.text;
    rest_ = text.substr(end);
    while (!rest_.empty() && std::string_view(" .,:").find(rest_.front()) != kNone) rest_.remove_prefix(1);
  }

  void set_title(std::string_view title) {
    title = bare(title);
    if (title.ends_with(')') && title.rfind('(') != kNone &&
        says_edition(title.substr(title.rfind('(') + 1, title.size() - title.rfind('(') - 2))) {
      result_.book = true;
      title = bare(title.substr(0, title.rfind('(')));
    }
    for (const auto& [open, close] : kQuotes)
      if (title.size() > open.size() + close.size() && title.starts_with(open) && title.ends_with(close) &&
          title.find(close, open.size()) == title.size() - close.size())
        title = bare(title.substr(open.size(), title.size() - open.size() - close.size()));
    reference().title = title;
  }

  /// "Philadelphia: Wolters Kluwer; 2014" or "Wolters Kluwer".
  void set_publisher(std::string_view name) {
    name = bare(name);
    if (const std::size_t colon = name.find(": "); colon != kNone) {
      result_.book = true;
      name = bare(name.substr(colon + 2));
    }
    reference().publisher = name;
  }

  void set_container(std::string_view name) {
    if (is_journal_name(name)) {
      reference().journal = bare(name);
    } else {
      set_publisher(name);
    }
  }

  void set_volume(const VolumePages& found) {
    reference().volume = found.volume;
    reference().issue = found.issue;
    reference().pages = found.pages;
  }

  void take_first_date(std::string_view text) {
    std::size_t begin = 0;
    if (reference().date.empty()) reference().date = first_date(text, begin).text;
  }

  /// `text`: title and journal, one behind the other. The journal is the last part, with the parts before it that are abbreviated words of
  /// it.
  void set_title_and_journal(std::string_view text) {
    const std::vector<std::string_view> parts = segments_of(text);
    if (parts.empty()) return;
    std::size_t first = parts.size() - 1;
    while (first > 1 && (ends_short_journal_word(parts[first - 1]) || (first + 1 == parts.size() && is_short_journal_word(parts[first]))))
      --first;
    if (first == 0) return set_title(parts[0]);
    std::string_view journal = joined(parts[first], parts.back());
    set_title(joined(parts[0], parts[first - 1]));
    if (journal.starts_with("In ")) journal.remove_prefix(3);
    for (const auto& [open, close] : kQuotes)
      if (journal.starts_with(open)) journal.remove_prefix(open.size());
    reference().journal = bare(journal);
  }

  /// A title in quotes, and what holds it.
  bool read_quoted() {
    const std::string_view text = trim(rest_);
    for (const auto& [open, close] : kQuotes) {
      if (!text.starts_with(open)) continue;
      std::size_t end = text.find(close, open.size());
      while (end != kNone && end + close.size() < text.size() && is_letter(text[end + close.size()]))
        end = text.find(close, end + 1);  // an apostrophe
      if (end == kNone) return false;
      set_title(text.substr(open.size(), end - open.size()));
      read_container(text.substr(end + close.size()));
      return true;
    }
    return false;
  }

  void read_container(std::string_view text) {
    rest_ = text;
    if (result_.book) return take_first_date(text);  // a chapter
    const VolumePages volume = find_volume_pages(text);
    if (volume.end != 0) {
      const std::string_view before = text.substr(0, volume.begin);
      for (const std::string_view part : segments_of(before))
        if (const std::string_view name = bare(without_date(part)); !name.empty()) reference().journal = name;
      set_volume(volume);
      rest_ = text.substr(volume.end);
      take_first_date(before);
      take_first_date(rest_);
      return;
    }
    for (const std::string_view part : segments_of(text)) {
      const std::string_view name = bare(without_date(part));
      const std::string lower = ascii_lower(name);
      if (name.empty() || says_edition(name) || lower.starts_with("isbn") || lower.starts_with("issn") || !labelled_pages(name).empty())
        continue;
      if (reference().journal.empty() && reference().publisher.empty()) set_container(name);
    }
    take_first_date(text);
  }

  /// Without a date, and what stands behind it; "Journal of Anatomy, 2014" gives "Journal of Anatomy".
  static std::string_view without_date(std::string_view text) {
    std::size_t begin = 0;
    if (first_date(text, begin).text.empty()) return text;
    while (begin > 0 && std::string_view(" (,.").find(text[begin - 1]) != kNone) --begin;
    return text.substr(0, begin);
  }

  /// "Title. Journal. 2014 Oct 1;22(10):2286-94."
  bool read_dated_volume() {
    for (std::size_t at = 1; at < rest_.size(); ++at) {
      if (!is_digit(rest_[at]) || (rest_[at - 1] != ' ' && rest_[at - 1] != '(')) continue;
      const PublicationDate date = date_at(rest_, at);
      if (date.text.empty()) continue;
      std::size_t behind = date.end;
      if (rest_[at - 1] == '(' && behind < rest_.size() && rest_[behind] == ')') ++behind;
      const char separator = behind < rest_.size() ? rest_[behind] : '\0';
      if (separator != ';' && separator != ',' && separator != ':') continue;
      for (++behind; behind < rest_.size() && rest_[behind] == ' ';) ++behind;
      const VolumePages volume = separator == ';' ? volume_pages_at(rest_, behind) : find_volume_pages(rest_.substr(behind));
      if (volume.end == 0 || (separator != ';' && volume.begin != 0)) continue;
      if (reference().date.empty()) reference().date = date.text;
      set_volume(volume);
      set_title_and_journal(rest_.substr(0, rest_[at - 1] == '(' ? at - 1 : at));
      rest_ = rest_.substr(std::min(rest_.size(), separator == ';' ? volume.end : behind + volume.end));
      return true;
    }
    return false;
  }

  /// "Title. Journal, 22(10), 2286-2294."
  bool read_volume() {
    const VolumePages volume = find_volume_pages(rest_);
    if (volume.end == 0) return false;
    const std::string_view before = rest_.substr(0, volume.begin), behind = rest_.substr(volume.end);
    set_volume(volume);
    const std::vector<std::string_view> parts = segments_of(before);
    const bool dated = !parts.empty() && without_date(parts.back()).size() != parts.back().size();
    set_title_and_journal(before.substr(
        0, dated ? static_cast<std::size_t>(parts.back().data() - before.data()) + without_date(parts.back()).size() : before.size()));
    take_first_date(dated ? parts.back() : behind);
    rest_ = behind;
    return true;
  }

  /// What is in no journal: a book, a web page.
  void read_work() {
    std::vector<std::string_view> parts = segments_of(rest_);
    if (parts.empty()) return;
    const std::size_t place = static_cast<std::size_t>(rest_.data() - details_.citation.data());
    if (details_.medium != kNone && details_.medium > place &&
        details_.medium - place < rest_.size()) {  // the title ends where the medium stood
      const std::size_t medium = details_.medium - place;
      const std::vector<std::string_view> before = segments_of(rest_.substr(0, medium)), behind = segments_of(rest_.substr(medium));
      if (before.size() > 1 && before.back().starts_with("In")) {  // "Soleus. In: StatPearls [Internet]."
        parts.assign(before.begin(), before.begin() + 1);
      } else {
        parts.assign(before.empty() ? before.end() : before.end() - 1, before.end());
      }
      parts.insert(parts.end(), behind.begin(), behind.end());
      if (parts.empty()) return;
    }
    const bool known = details_.medium != kNone || !reference().authors.empty();
    if (!known && parts.size() > 1 && !is_whole_date(parts[1]) && !says_edition(parts[1]) && parts[1].find(": ") == kNone &&
        parts[0].find(" | ") == kNone)
      return take_first_date(rest_);  // which is the title, which the site, it does not tell
    std::size_t next = 1;
    if (const std::size_t bar = parts[0].find(" | "); bar != kNone) {
      set_title(parts[0].substr(0, bar));
      set_publisher(parts[0].substr(parts[0].rfind(" | ") + 3));
    } else if (is_whole_date(parts[0])) {
      next = 0;
    } else if (parts.size() > 1 || !reference().authors.empty() || result_.online) {
      set_title(parts[0]);
    }
    bool publisher_follows = !reference().date.empty() || result_.online;
    bool chapter = false;  // what holds it follows, which is no publisher
    for (; next < parts.size(); ++next) {
      const std::string_view part = parts[next];
      const std::string_view name = bare(without_date(part));
      const std::string lower = ascii_lower(name);
      if (says_edition(part) && part.find(':') == kNone) {
        result_.book = publisher_follows = true;
        continue;
      }
      chapter |= part.starts_with("In: ") || part.starts_with("In ");
      if (chapter && (part.starts_with("In") || part.find(": ") == kNone)) continue;
      const bool dated = name.size() != bare(part).size();
      if (dated && bare(part).find("; ") != kNone) publisher_follows = true;  // "Philadelphia: Lippincott; 2006"
      if (dated) take_first_date(part);
      if (name.empty() || lower.starts_with("isbn") || !labelled_pages(name).empty()) continue;
      if (!reference().journal.empty() || !reference().publisher.empty()) continue;
      if (is_journal_name(name)) {
        reference().journal = name;
      } else if (publisher_follows || name.find(": ") != kNone) {
        set_publisher(name);
      }
    }
  }

  static bool is_whole_date(std::string_view part) {
    const std::string_view text = bare(part);
    const PublicationDate date = date_at(text, 0);
    return !date.text.empty() && date.end == text.size();
  }

  ReferenceDetails details_;
  ParsedReference result_;
  std::string_view rest_;  // what is not yet read
};

}  // namespace

ParsedReference parse_reference(std::string_view words) { return ReferenceReader(words).read(); }

}  // namespace musclekg
