#include "extract/record_yaml.h"

#include <fmt/format.h>

#include "base/text.h"
#include "model/scalar.h"

namespace musclekg {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Characters that some reader of YAML or of text takes for a line end, or that nobody sees.
bool is_unsafe(std::int32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || (c >= 0xFFFE && c <= 0xFFFF) ||
         (c >= 0xD800 && c < 0xE000);
}

bool is_plain(std::string_view text, bool in_line) {
  if (text.empty() || !is_letter(text.front()) || text.back() == ' ' || plain_kind(text) != ScalarKind::String) return false;
  const std::string lower = ascii_lower(text);
  for (const std::string_view word : {"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
    if (lower == word) return false;
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      if (!is_letter(byte) && !(byte >= '0' && byte <= '9') && std::string_view(" -_/().'+;").find(byte) == std::string_view::npos &&
          (in_line || byte != ','))
        return false;
      ++at;
      continue;
    }
    const std::int32_t code_point = next_code_point(text, at);
    if (code_point < 0 || is_unsafe(code_point)) return false;
    const CharacterClass kind = class_of(code_point);
    if (kind != CharacterClass::Word && kind != CharacterClass::Dash && kind != CharacterClass::Apostrophe) return false;
  }
  return true;
}

}  // namespace

std::string yaml_scalar(std::string_view text, bool in_line) {
  if (is_plain(text, in_line)) return std::string(text);
  std::string result = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::int32_t code_point = next_code_point(text, at);
    if (code_point == '"' || code_point == '\\') {
      result.append("\\").append(1, static_cast<char>(code_point));
    } else if (code_point == '\n') {
      result += "\\n";
    } else if (code_point == '\t') {
      result += "\\t";
    } else if (code_point < 0) {
      result += "\\uFFFD";
    } else if (is_unsafe(code_point)) {
      result += fmt::format("\\u{:04X}", code_point);
    } else {
      result += text.substr(begin, at - begin);
    }
  }
  return result + "\"";
}

void RecordYaml::indent() { out_.append(margins_.back() + (in_list() ? 2 : 0), ' '); }

void RecordYaml::begin(Span) {
  if (any_) out_ += "---\n";
  any_ = true;
}

void RecordYaml::key(std::string_view name, Span) {
  if (first_key_) {
    out_.append(margins_.back() - 2, ' ').append("- ");
    first_key_ = false;
  } else {
    indent();
  }
  out_.append(name).append(":");
}

/// A list whose items are maps begins on the line behind its key.
void RecordYaml::open_block() {
  if (lists_.back().kind != List::Kind::Undecided) return;
  lists_.back().kind = List::Kind::Block;
  out_ += "\n";
}

void RecordYaml::value(std::string_view written) {
  if (!in_list()) {
    out_.append(" ").append(written).append("\n");
    return;
  }
  out_ += lists_.back().kind == List::Kind::Undecided ? " [" : ", ";
  lists_.back().kind = List::Kind::Line;
  out_ += written;
}

void RecordYaml::text(std::string_view text, Span) { value(yaml_scalar(text, in_list())); }

void RecordYaml::number(std::uint32_t number, Span) { value(fmt::format_int(number).c_str()); }

void RecordYaml::begin_map(Span) {
  if (in_list()) {
    open_block();
    margins_.push_back(margins_.back() + 4);
    first_key_ = true;
  } else {
    out_ += "\n";
    margins_.push_back(margins_.back() + 2);
  }
  ++depth_;
}

void RecordYaml::end_map() {
  margins_.pop_back();
  --depth_;
}

void RecordYaml::begin_list(Span) { lists_.push_back({List::Kind::Undecided, depth_}); }

void RecordYaml::end_list() {
  if (lists_.back().kind == List::Kind::Undecided) out_ += " []\n";
  if (lists_.back().kind == List::Kind::Line) out_ += "]\n";
  lists_.pop_back();
}

void RecordYaml::end() {}

void RecordYaml::comment(std::string_view text) {
  if (in_list()) open_block();
  indent();
  out_ += "# ";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::int32_t code_point = next_code_point(text, at);
    if (code_point < 0) {
      out_ += "\xEF\xBF\xBD";
    } else if (is_unsafe(code_point)) {
      if (out_.back() != ' ') out_ += ' ';
    } else {
      out_ += text.substr(begin, at - begin);
    }
  }
  out_.erase(out_.find_last_not_of(' ') + 1);
  out_ += "\n";
}

}  // namespace musclekg
