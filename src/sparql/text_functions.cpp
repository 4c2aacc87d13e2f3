// Functions of text (SPARQL 1.1, section 17.4.3), and digests (17.4.6).

#include <nettle/md5.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "sparql/expressions.h"
#include "sparql/number.h"
#include "sparql/query_functions.h"

namespace musclekg {

namespace {

using Operands = std::span<const Node* const>;

bool is_text(const Node* node) { return node->kind == Node::Kind::Literal && node->datatype == nullptr; }
bool is_plain(const Node* node) { return is_text(node) && node->language.empty(); }

/// Whether the second text may be looked for in the first (section 17.4.3.1.2, argument compatibility).
bool comparable(Operands operands) {
  return is_text(operands[0]) && is_text(operands[1]) && (operands[1]->language.empty() || operands[0]->language == operands[1]->language);
}

/// Text in the language of another.
const Node* like(Expressions& expressions, const Node* model, std::string_view text) {
  return expressions.nodes().text(text, model->language);
}

const Node* strlen_of(Expressions& expressions, Operands operands) {
  if (!is_text(operands[0])) return nullptr;
  std::int64_t count = 0;
  for (const char c : operands[0]->value) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return Number(count).node(expressions.nodes());
}

/// By characters, the first being 1; what is not a whole number is rounded (XPath and XQuery Functions 3.0, fn:substring).
const Node* substr(Expressions& expressions, Operands operands) {
  if (!is_text(operands[0])) return nullptr;
  const auto start = Number::of(operands[1]);
  const auto length = operands.size() > 2 ? Number::of(operands[2]) : std::nullopt;
  if (!start || (operands.size() > 2 && !length)) return nullptr;
  const double first = start->rounded(Number::Rounding::Nearest).as_double();
  const double behind = length ? first + length->rounded(Number::Rounding::Nearest).as_double() : 0;
  std::string result;
  double position = 0;
  const std::string_view text = operands[0]->value;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    next_code_point(text, next);
    ++position;
    if (position >= first && (!length || position < behind)) result += text.substr(at, next - at);
    at = next;
  }
  return like(expressions, operands[0], result);
}

/// Simple case mapping of ASCII and, through the tables of Unicode, of all other letters.
template <bool upper>
const Node* change_case(Expressions& expressions, Operands operands) {
  if (!is_text(operands[0])) return nullptr;
  return like(expressions, operands[0], upper ? upper_case(operands[0]->value) : lower_case(operands[0]->value));
}

const Node* strstarts(Expressions& expressions, Operands operands) {
  return comparable(operands) ? expressions.boolean(operands[0]->value.starts_with(operands[1]->value)) : nullptr;
}
const Node* strends(Expressions& expressions, Operands operands) {
  return comparable(operands) ? expressions.boolean(operands[0]->value.ends_with(operands[1]->value)) : nullptr;
}
const Node* contains(Expressions& expressions, Operands operands) {
  return comparable(operands) ? expressions.boolean(operands[0]->value.find(operands[1]->value) != std::string_view::npos) : nullptr;
}

const Node* strbefore(Expressions& expressions, Operands operands) {
  if (!comparable(operands)) return nullptr;
  const std::size_t at = operands[0]->value.find(operands[1]->value);
  return at == std::string_view::npos ? expressions.nodes().text("") : like(expressions, operands[0], operands[0]->value.substr(0, at));
}
const Node* strafter(Expressions& expressions, Operands operands) {
  if (!comparable(operands)) return nullptr;
  const std::size_t at = operands[0]->value.find(operands[1]->value);
  if (at == std::string_view::npos) return expressions.nodes().text("");
  return like(expressions, operands[0], operands[0]->value.substr(at + operands[1]->value.size()));
}

const Node* encode_for_uri(Expressions& expressions, Operands operands) {
  if (!is_text(operands[0])) return nullptr;
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string result;
  for (const char c : operands[0]->value) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~') {
      result += c;
    } else {
      result += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return expressions.nodes().text(result);
}

const Node* concat(Expressions& expressions, Operands operands) {
  std::string result;
  bool one_language = !operands.empty();
  for (const Node* const operand : operands) {
    if (!is_text(operand)) return nullptr;
    result += operand->value;
    one_language = one_language && operand->language == operands[0]->language;
  }
  return expressions.nodes().text(result, one_language ? operands[0]->language : std::string_view{});
}

/// Basic filtering (RFC 4647, section 3.3.1).
const Node* langmatches(Expressions& expressions, Operands operands) {
  if (!is_plain(operands[0]) || !is_plain(operands[1])) return nullptr;
  const std::string tag = ascii_lower(operands[0]->value), range = ascii_lower(operands[1]->value);
  if (range == "*") return expressions.boolean(!tag.empty());
  return expressions.boolean(tag == range || (tag.starts_with(range) && tag[range.size()] == '-'));
}

/// Pattern and flags are the last operands.
const Pattern* pattern_of(Expressions& expressions, const Node* pattern, const Node* flags) {
  if (!is_plain(pattern) || (flags != nullptr && !is_plain(flags))) return nullptr;
  return expressions.pattern(pattern->value, flags != nullptr ? flags->value : std::string_view{});
}

const Node* regex(Expressions& expressions, Operands operands) {
  if (!is_text(operands[0])) return nullptr;
  const Pattern* const pattern = pattern_of(expressions, operands[1], operands.size() > 2 ? operands[2] : nullptr);
  if (pattern == nullptr) return nullptr;
  const Pattern::Result result = pattern->match(operands[0]->value);
  return result == Pattern::Result::GivenUp ? nullptr : expressions.boolean(result == Pattern::Result::Match);
}

/// What a replacement says of one match: "$1" is its first group, "\$" and "\\" are themselves; nothing where it says something else.
std::optional<std::string> replacement(std::string_view text, std::string_view words, const Pattern::Match& match) {
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == '\\') {
      if (i + 1 == words.size() || (words[i + 1] != '\\' && words[i + 1] != '$')) return std::nullopt;
      result += words[++i];
    } else if (words[i] == '$') {
      if (i + 1 == words.size() || words[i + 1] < '0' || words[i + 1] > '9') return std::nullopt;
      const auto group = static_cast<std::size_t>(words[++i] - '0');
      if (group < match.size() && match[group].first != std::string_view::npos)
        result += text.substr(match[group].first, match[group].second - match[group].first);
    } else {
      result += words[i];
    }
  }
  return result;
}

/// A pattern that matches nothing is an error (XPath and XQuery Functions 3.0, fn:replace).
const Node* replace(Expressions& expressions, Operands operands) {
  if (!is_text(operands[0]) || !is_plain(operands[2])) return nullptr;
  const Pattern* const pattern = pattern_of(expressions, operands[1], operands.size() > 3 ? operands[3] : nullptr);
  if (pattern == nullptr || pattern->match("") != Pattern::Result::NoMatch) return nullptr;
  const std::string_view text = operands[0]->value;
  const auto matches = pattern->matches(text);
  if (!matches) return nullptr;
  std::string result;
  std::size_t at = 0;
  for (const Pattern::Match& match : *matches) {
    const auto words = replacement(text, operands[2]->value, match);
    if (!words) return nullptr;
    result += text.substr(at, match.front().first - at);
    result += *words;
    at = match.front().second;
  }
  result += text.substr(at);
  return like(expressions, operands[0], result);
}

template <class Context, std::size_t size>
const Node* digest(Expressions& expressions, Operands operands, void (*init)(Context*),
                   void (*update)(Context*, std::size_t, const std::uint8_t*), void (*finish)(Context*, std::size_t, std::uint8_t*)) {
  if (!is_plain(operands[0])) return nullptr;
  Context context;
  init(&context);
  update(&context, operands[0]->value.size(), reinterpret_cast<const std::uint8_t*>(operands[0]->value.data()));
  std::array<std::uint8_t, size> bytes;
  finish(&context, size, bytes.data());
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string result;
  for (const std::uint8_t byte : bytes) result += {kHex[byte >> 4], kHex[byte & 15]};
  return expressions.nodes().text(result);
}

const Node* md5(Expressions& e, Operands o) { return digest<md5_ctx, MD5_DIGEST_SIZE>(e, o, md5_init, md5_update, md5_digest); }
const Node* sha1(Expressions& e, Operands o) { return digest<sha1_ctx, SHA1_DIGEST_SIZE>(e, o, sha1_init, sha1_update, sha1_digest); }
const Node* sha256(Expressions& e, Operands o) {
  return digest<sha256_ctx, SHA256_DIGEST_SIZE>(e, o, sha256_init, sha256_update, sha256_digest);
}
const Node* sha384(Expressions& e, Operands o) {
  return digest<sha512_ctx, SHA384_DIGEST_SIZE>(e, o, sha384_init, sha512_update, sha384_digest);
}
const Node* sha512(Expressions& e, Operands o) {
  return digest<sha512_ctx, SHA512_DIGEST_SIZE>(e, o, sha512_init, sha512_update, sha512_digest);
}

constexpr QueryFunction kRows[] = {
    {"CONCAT", 0, kAnyNumber, concat},
    {"CONTAINS", 2, 2, contains},
    {"ENCODE_FOR_URI", 1, 1, encode_for_uri},
    {"LANGMATCHES", 2, 2, langmatches},
    {"LCASE", 1, 1, change_case<false>},
    {"MD5", 1, 1, md5},
    {"REGEX", 2, 3, regex},
    {"REPLACE", 3, 4, replace},
    {"SHA1", 1, 1, sha1},
    {"SHA256", 1, 1, sha256},
    {"SHA384", 1, 1, sha384},
    {"SHA512", 1, 1, sha512},
    {"STRAFTER", 2, 2, strafter},
    {"STRBEFORE", 2, 2, strbefore},
    {"STRENDS", 2, 2, strends},
    {"STRLEN", 1, 1, strlen_of},
    {"STRSTARTS", 2, 2, strstarts},
    {"SUBSTR", 2, 3, substr},
    {"UCASE", 1, 1, change_case<true>},
};

}  // namespace

std::span<const QueryFunction> text_functions() { return kRows; }

}  // namespace musclekg
