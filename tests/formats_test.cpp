// The same facts give the same bytes, whatever format they come in.

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "test.h"

namespace musclekg::test {
namespace {

std::string json_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      result += fmt::format("\\u{:04x}", static_cast<int>(c));
    } else {
      result += c;
    }
  }
  return result + "\"";
}

/// YAML as JSON on one line; unquoted digits become numbers.
std::string json(const YAML::Node& node) {
  std::string result;
  const auto comma = [&] { return result.size() > 1 ? ", " : ""; };
  switch (node.Type()) {
    case YAML::NodeType::Map:
      result = "{";
      for (const auto& pair : node) result += comma() + json_text(pair.first.Scalar()) + ": " + json(pair.second);
      return result + "}";
    case YAML::NodeType::Sequence:
      result = "[";
      for (const auto& item : node) result += comma() + json(item);
      return result + "]";
    case YAML::NodeType::Scalar: {
      const std::string& text = node.Scalar();
      const bool number = node.Tag() == "?" && text.find_first_not_of("0123456789") == std::string::npos;
      return number ? text : json_text(text);
    }
    default:
      return "null";
  }
}

/// A table of one row.
class Sheet {
 public:
  void add(std::string column, std::string cell) {
    columns_.push_back(std::move(column));
    cells_.push_back(std::move(cell));
  }

  std::string text(char separator, std::string_view line_end = "\n") const {
    std::string result;
    for (const auto* row : {&columns_, &cells_}) {
      for (std::size_t i = 0; i < row->size(); ++i) result += (i > 0 ? std::string(1, separator) : "") + quoted((*row)[i], separator);
      result += line_end;
    }
    return result;
  }

 private:
  static std::string quoted(const std::string& cell, char separator) {
    if (cell.find_first_of(std::string("\"\n\r") + separator) == std::string::npos) return cell;
    std::string result = "\"";
    for (const char c : cell) result += c == '"' ? "\"\"" : std::string(1, c);
    return result + "\"";
  }

  std::vector<std::string> columns_, cells_;
};

/// A column for each key of the record; what is no plain text is JSON in its cell.
Sheet sheet_of_json_cells(const YAML::Node& record) {
  Sheet sheet;
  for (const auto& pair : record) sheet.add(pair.first.Scalar(), pair.second.IsScalar() ? pair.second.Scalar() : json(pair.second));
  return sheet;
}

/// Words of a cell; nothing when they cannot stand in one.
std::optional<std::string> words(const YAML::Node& node) {
  if (!node.IsScalar()) return {};
  std::string result;
  for (const char c : node.Scalar()) {
    if (c == '|') result += '\\';
    result += c;
  }
  return result;
}

/// The values of one key as columns "key" and "key.inner", a '|' between the values and a ';' between the parts of one; nothing
/// when they are nested too deep for that.
std::optional<std::vector<std::pair<std::string, std::string>>> dotted(const std::string& key, const YAML::Node& node) {
  std::vector<YAML::Node> values;
  if (node.IsSequence()) {
    for (const auto& value : node) values.push_back(value);
  } else {
    values.push_back(node);
  }
  std::vector<std::string> inner_keys = {""};
  for (const YAML::Node& value : values) {
    if (!value.IsMap()) continue;
    for (const auto& pair : value) {
      const std::string inner = pair.first.Scalar() == "name" ? "" : pair.first.Scalar();
      if (std::find(inner_keys.begin(), inner_keys.end(), inner) == inner_keys.end()) inner_keys.push_back(inner);
    }
  }
  std::vector<std::pair<std::string, std::string>> columns;
  for (const std::string& inner : inner_keys) {
    std::string cell;
    bool empty = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) cell += " | ";
      const YAML::Node value = values[i].IsMap() ? values[i][inner.empty() ? "name" : inner] : inner.empty() ? values[i] : YAML::Node();
      if (!value.IsDefined() || value.IsNull()) continue;
      empty = false;
      if (value.IsSequence()) {
        for (std::size_t part = 0; part < value.size(); ++part) {
          const auto text = words(value[part]);
          if (!text || text->find(';') != std::string::npos) return {};
          cell += (part > 0 ? "; " : "") + *text;
        }
      } else {
        const auto text = words(value);
        if (!text) return {};
        cell += *text;
      }
    }
    if (!empty) columns.emplace_back(inner.empty() ? key : key + "." + inner, cell);
  }
  return columns;
}

/// Like sheet_of_json_cells, but with columns of their own for the keys of values wherever these can stand in a cell.
/// `count` is raised by the number of such keys.
Sheet sheet_of_dotted_columns(const YAML::Node& record, std::size_t& count) {
  Sheet sheet;
  for (const auto& pair : record) {
    const std::string key = pair.first.Scalar();
    const auto columns = pair.second.IsScalar() || key == "clinical_claims" ? std::nullopt : dotted(key, pair.second);
    if (!columns) {
      sheet.add(key, pair.second.IsScalar() ? pair.second.Scalar() : json(pair.second));
      continue;
    }
    for (const auto& [column, cell] : *columns) {
      sheet.add(column, cell);
      if (column.find('.') != std::string::npos) ++count;
    }
  }
  return sheet;
}

/// The facts in every format: file name behind the stem -> text.
std::map<std::string, std::string> forms(const YAML::Node& record, std::size_t& dotted_columns) {
  const std::string object = json(record);
  std::map<std::string, std::string> result = {
      {".json", object + "\n"},
      {".array.json", "[\n" + object + "\n]"},
      {".jsonl", object + "\n"},
      {".csv", sheet_of_json_cells(record).text(',')},
      {".semicolon.csv", "\xEF\xBB\xBF" + sheet_of_json_cells(record).text(';', "\r\n")},
      {".tsv", sheet_of_json_cells(record).text('\t')},
      {".dotted.csv", sheet_of_dotted_columns(record, dotted_columns).text(',')},
      {".dotted.tsv", sheet_of_dotted_columns(record, dotted_columns).text('\t')},
  };
  for (const auto& [name, text] : std::map<std::string, std::string>(result)) result.emplace(name + ".gz", gzip(text));
  return result;
}

std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
  std::map<std::string, std::string> result;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    result.emplace(entry.path().filename().string(), contents(entry.path()));
  return result;
}

std::vector<std::filesystem::path> bundled_facts() {
  std::vector<std::filesystem::path> result;
  for (const auto& entry : fact_files()) result.push_back(entry.path());
  std::sort(result.begin(), result.end());
  return result;
}

TEST(Formats, GiveTheSameFilesInEverySyntax) {
  const TemporaryFolder folder;
  std::vector<std::string> yaml = {"convert", "-o", folder / "yaml", "--to", "ntriples,turtle,jsonld", "-q"};
  std::map<std::string, std::vector<std::string>> inputs;
  std::size_t dotted_columns = 0;
  for (const auto& path : bundled_facts()) {
    yaml.push_back(path.string());
    inputs[".yaml.gz"].push_back(folder.write("in/" + path.stem().string() + ".yaml.gz", gzip(contents(path))));
    for (const auto& [name, text] : forms(YAML::LoadFile(path.string()), dotted_columns))
      inputs[name].push_back(folder.write("in/" + path.stem().string() + name, text));
  }
  EXPECT_GT(dotted_columns, 50u) << "the tables with dotted columns have none";
  const Result expected = run_program(yaml);
  ASSERT_EQ(expected.exit, 0) << expected.err;
  const auto expected_files = files_in(folder / "yaml");
  ASSERT_GE(expected_files.size(), 3 * bundled_facts().size());
  ASSERT_TRUE(expected_files.contains("vastus-medialis.ttl"));
  for (const auto& [name, paths] : inputs) {
    std::vector<std::string> arguments = {"convert", "-o", folder / ("out" + name), "--to", "ntriples,turtle,jsonld", "-q"};
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    const Result result = run_program(arguments);
    EXPECT_EQ(result.exit, 0) << name << "\n" << result.err;
    const auto files = files_in(folder / ("out" + name));
    EXPECT_EQ(files.size(), expected_files.size()) << name;
    for (const auto& [file, text] : expected_files) {
      ASSERT_TRUE(files.contains(file)) << name << " " << file;
      EXPECT_TRUE(files.at(file) == text) << name << ": " << file << " is not what the YAML gives";
    }
  }
}

TEST(Formats, GiveTheSameMergedGraphOnStandardOutput) {
  const YAML::Node record = YAML::LoadFile(project("facts/vastus-medialis.yaml").string());
  const YAML::Node small = YAML::LoadFile(project("facts/short-head-of-biceps-femoris.yaml").string());
  const std::map<std::string, std::string> texts = {
      {"json", "[" + json(record) + ", " + json(small) + "]"},
      {"jsonl", json(small) + "\n\n" + json(record) + "\n"},
      {"yaml", contents(project("facts/vastus-medialis.yaml")) + "---\n" + contents(project("facts/short-head-of-biceps-femoris.yaml"))},
  };
  for (const char* syntax : {"ntriples", "nquads", "rdfxml"}) {
    std::map<std::string, std::vector<std::string>> lines;
    for (const auto& [format, text] : texts) {
      const Result result = run_program({"convert", "-", "--from", format, "-o", "-", "--to", syntax, "-q"}, text);
      EXPECT_EQ(result.exit, 0) << format << "\n" << result.err;
      EXPECT_FALSE(result.out.empty());
      const auto parts = split(result.out, '\n');
      lines[format].assign(parts.begin(), parts.end());
      if (format != "jsonl") {
        EXPECT_EQ(lines[format], lines["json"]) << format << " " << syntax;
      } else if (std::string_view(syntax) != "rdfxml") {  // the records stand in another order
        std::vector<std::string> sorted = lines["jsonl"], expected = lines["json"];
        std::sort(sorted.begin(), sorted.end());
        std::sort(expected.begin(), expected.end());
        EXPECT_EQ(sorted, expected) << syntax;
      }
    }
  }
}

}  // namespace
}  // namespace musclekg::test
