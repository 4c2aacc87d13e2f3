#include "base/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <fmt/format.h>
#include <pcre2.h>

#include <array>
#include <new>
#include <utility>

namespace musclekg {

namespace {

struct FreeCode {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};
struct FreeCompileContext {
  void operator()(pcre2_compile_context* context) const { pcre2_compile_context_free(context); }
};
struct FreeMatchContext {
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};
struct FreeMatchData {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};

PCRE2_SPTR units(std::string_view text) { return reinterpret_cast<PCRE2_SPTR>(text.data() == nullptr ? "" : text.data()); }

/// What differs between the two languages: looks at `pattern` outside and inside of classes. Returns what is wrong, or an empty text;
/// `plain` gets the pattern without the white space that the flag x takes out.
std::string translate(std::string_view pattern, bool without_blanks, std::string& plain) {
  bool in_class = false;
  std::size_t class_begin = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    const char next = i + 1 < pattern.size() ? pattern[i + 1] : '\0';
    if (c == '\\') {
      if (next != '\0' && std::string_view("icIC").find(next) != std::string_view::npos) return fmt::format("\\{} is not supported", next);
      plain += c;
      if (next != '\0') plain += next, ++i;
      continue;
    }
    if (!in_class && without_blanks && std::string_view(" \t\n\r").find(c) != std::string_view::npos) continue;
    if (in_class && c == '[') {
      if (pattern[i - 1] == '-') return "subtraction of classes (\"[…-[…]]\") is not supported";
      return "'[' within a class must be written \"\\[\"";
    }
    if (!in_class && c == '[') {
      in_class = true;
      class_begin = i + 1;
      if (next == '^') {
        ++class_begin;
        plain += c;
        plain += next;
        ++i;
        continue;
      }
    } else if (in_class && c == ']') {
      if (i == class_begin) return "a class is empty";
      in_class = false;
    }
    plain += c;
  }
  return {};
}

}  // namespace

struct Pattern::Compiled {
  std::unique_ptr<pcre2_code, FreeCode> code;
  std::unique_ptr<pcre2_match_context, FreeMatchContext> context;
  std::unique_ptr<pcre2_match_data, FreeMatchData> data;
};

Pattern::Pattern(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

std::optional<Pattern> Pattern::compile(std::string_view pattern, std::string_view flags, std::string& fault) {
  for (const char flag : flags)
    if (std::string_view("ismxq").find(flag) == std::string_view::npos) {
      fault = fmt::format("the flags \"{}\" are not of \"ismxq\"", flags);
      return {};
    }
  const auto has = [&](char flag) { return flags.find(flag) != std::string_view::npos; };
  std::uint32_t options = PCRE2_UTF;
  std::string plain;
  if (has('i')) options |= PCRE2_CASELESS;
  if (has('q')) {
    options |= PCRE2_LITERAL;
    plain = pattern;
  } else {
    options |= PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C;
    if (has('s')) options |= PCRE2_DOTALL;
    if (has('m')) options |= PCRE2_MULTILINE;
    fault = translate(pattern, has('x'), plain);
    if (!fault.empty()) return {};
  }
  const std::unique_ptr<pcre2_compile_context, FreeCompileContext> context(pcre2_compile_context_create(nullptr));
  if (!context) throw std::bad_alloc();
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
  pcre2_set_parens_nest_limit(context.get(), 100);
  pcre2_set_max_pattern_length(context.get(), 1 << 16);
  int error = 0;
  PCRE2_SIZE offset = 0;
  auto compiled = std::make_unique<Compiled>();
  compiled->code.reset(pcre2_compile(units(plain), plain.size(), options, &error, &offset, context.get()));
  if (!compiled->code) {
    std::array<PCRE2_UCHAR, 256> message{};
    pcre2_get_error_message(error, message.data(), message.size());
    fault = fmt::format("{} (at byte {})", reinterpret_cast<const char*>(message.data()), offset);
    return {};
  }
  compiled->context.reset(pcre2_match_context_create(nullptr));
  compiled->data.reset(pcre2_match_data_create_from_pattern(compiled->code.get(), nullptr));
  if (!compiled->context || !compiled->data) throw std::bad_alloc();
  pcre2_set_match_limit(compiled->context.get(), kMatchLimit);
  pcre2_set_depth_limit(compiled->context.get(), kDepthLimit);
  return Pattern(std::move(compiled));
}

Pattern::Result Pattern::match(std::string_view text) const {
  const int result = pcre2_match(compiled_->code.get(), units(text), text.size(), 0, 0, compiled_->data.get(), compiled_->context.get());
  if (result >= 0) return Result::Match;
  return result == PCRE2_ERROR_NOMATCH ? Result::NoMatch : Result::GivenUp;
}

std::optional<std::vector<Pattern::Match>> Pattern::matches(std::string_view text) const {
  std::vector<Match> result;
  for (std::size_t at = 0; at <= text.size();) {
    const int groups = pcre2_match(compiled_->code.get(), units(text), text.size(), at, 0, compiled_->data.get(), compiled_->context.get());
    if (groups == PCRE2_ERROR_NOMATCH) break;
    if (groups < 0) return std::nullopt;
    const PCRE2_SIZE* const ends = pcre2_get_ovector_pointer(compiled_->data.get());
    Match match;
    for (std::uint32_t i = 0; i < pcre2_get_ovector_count(compiled_->data.get()); ++i)
      match.emplace_back(i < static_cast<std::uint32_t>(groups) ? ends[2 * i] : std::string_view::npos,
                         i < static_cast<std::uint32_t>(groups) ? ends[2 * i + 1] : std::string_view::npos);
    at = match.front().second;
    if (match.front().first == match.front().second) {  // behind an empty match: the next character
      if (at == text.size()) {
        result.push_back(std::move(match));
        break;
      }
      do ++at;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    }
    result.push_back(std::move(match));
  }
  return result;
}

}  // namespace musclekg
