#include "page_markup.h"

#include <fmt/format.h>

#include <iterator>
#include <set>

#include "base/diagnostics.h"

namespace musclekg {

namespace {

template <class... Values>
void put(std::string& text, fmt::format_string<Values...> form, Values&&... values) {
  fmt::format_to(std::back_inserter(text), form, std::forward<Values>(values)...);
}

class TextMarkup : public PageMarkup {
 public:
  explicit TextMarkup(bool headings) : headings_(headings) {}

  void begin(const std::string& title, const Fields&) override { put(text_, "{}\n\n", title); }
  void heading(const std::string& text) override {
    if (headings_) put(text_, "== {} ==\n", text);
  }
  void open(Kind kind) override { text_ += kind == Kind::Item ? "- " : ""; }
  void close(Kind kind) override { text_ += kind == Kind::Item ? "\n" : "\n\n"; }
  void link(const std::string& text) override { text_ += text; }
  void cite(std::size_t number, const std::string&) override { put(text_, "[{}]", number); }
  void end(const std::vector<std::string>& references) override {
    text_ += "References\n";
    for (std::size_t i = 0; i < references.size(); ++i) put(text_, "{}. {}\n", i + 1, references[i]);
  }

 private:
  bool headings_;
};

class WikitextMarkup : public PageMarkup {
 public:
  void begin(const std::string& title, const Fields& fields) override {
    put(text_, "{{{{Short description|Muscle}}}}\n{{{{Infobox muscle\n| Name = {}\n| Image = {}.png\n| Caption = A drawing\n", title,
        title);
    for (const auto& [label, value] : fields) put(text_, "| {} = [[{}]]\n", label, value);
    put(text_, "}}}}\n'''{}'''\n\n", title);
  }
  void heading(const std::string& text) override { put(text_, "== {} ==\n", text); }
  void open(Kind kind) override { text_ += kind == Kind::Item ? "* " : ""; }
  void close(Kind kind) override { text_ += kind == Kind::Item ? "\n" : "\n\n"; }
  void link(const std::string& text) override { put(text_, "[[{}{}]]", text, text.size() % 2 == 0 ? "" : "|" + text); }
  void cite(std::size_t number, const std::string& reference) override {
    put(text_, "<ref name=\"n{}\"", number);
    if (given_.insert(number).second)
      put(text_, ">{}</ref>", reference);
    else
      text_ += " />";
  }
  void end(const std::vector<std::string>&) override { text_ += "== References ==\n{{Reflist}}\n\n[[Category:Muscles]]\n"; }

 private:
  std::set<std::size_t> given_;
};

class HtmlMarkup : public PageMarkup {
 public:
  void begin(const std::string& title, const Fields& fields) override {
    put(text_,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{0}</title>\n<style>p {{ margin: 0 }}</style></head>\n"
        "<body>\n<nav><ul><li><a href=\"/\">Home</a></li></ul></nav>\n<h1 class=\"title\">{0}</h1>\n<table class=\"infobox\">\n",
        title);
    for (const auto& [label, value] : fields)
      put(text_, "<tr><th scope=\"row\">{}</th><td><a href=\"/{}\">{}</a></td></tr>\n", label, value, value);
    text_ += "</table>\n";
  }
  void heading(const std::string& text) override {
    put(text_, "<h2 id=\"h{}\"><span class=\"headline\">{}</span></h2>\n", text_.size(), text);
  }
  void open(Kind kind) override { text_ += kind == Kind::Item ? "<ul><li>" : "<p>"; }
  void close(Kind kind) override { text_ += kind == Kind::Item ? "</li></ul>\n" : "</p>\n"; }
  void link(const std::string& text) override { put(text_, "<a href=\"/wiki/{0}\" title=\"{0}\">{0}</a>", text); }
  void cite(std::size_t number, const std::string&) override {
    put(text_, "<sup class=\"reference\"><a href=\"#cite-{0}\">[{0}]</a></sup>", number);
  }
  void end(const std::vector<std::string>& references) override {
    text_ += "<h2>References</h2>\n<ol class=\"references\">\n";
    for (std::size_t i = 0; i < references.size(); ++i) put(text_, "<li id=\"cite-{}\">{}</li>\n", i + 1, references[i]);
    text_ += "</ol>\n</body>\n</html>\n";
  }
};

class MarkdownMarkup : public PageMarkup {
 public:
  void begin(const std::string& title, const Fields& fields) override {
    put(text_, "---\ntitle: {}\n---\n\n# {}\n\n", title, title);
    for (const auto& [label, value] : fields) put(text_, "- **{}:** {}\n", label, value);
    text_ += '\n';
  }
  void heading(const std::string& text) override { put(text_, "## {}\n\n", text); }
  void open(Kind kind) override { text_ += kind == Kind::Item ? "- " : ""; }
  void close(Kind kind) override { text_ += kind == Kind::Item ? "\n" : "\n\n"; }
  void link(const std::string& text) override {
    if (text.size() % 2 == 0)
      put(text_, "**{}**", text);
    else
      put(text_, "[{}](/wiki/page)", text);
  }
  void cite(std::size_t number, const std::string&) override { put(text_, "[^{}]", number); }
  void end(const std::vector<std::string>& references) override {
    for (std::size_t i = 0; i < references.size(); ++i) put(text_, "[^{}]: {}\n", i + 1, references[i]);
  }
};

}  // namespace

std::unique_ptr<PageMarkup> page_markup(std::string_view layout, bool headings) {
  if (layout == "text") return std::make_unique<TextMarkup>(headings);
  if (layout == "wikitext") return std::make_unique<WikitextMarkup>();
  if (layout == "html") return std::make_unique<HtmlMarkup>();
  if (layout == "markdown") return std::make_unique<MarkdownMarkup>();
  throw Failure(fmt::format("{}: no pages of this layout can be made", layout));
}

}  // namespace musclekg
