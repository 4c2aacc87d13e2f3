// Any record through the whole journey: the first byte chooses the format of the rest, and whether all layers of the graph are written.
// What is written in each syntax must be the same graph when it is read back, and the books must balance.

#include "app/knowledge.h"
#include "app/pipeline.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace musclekg;
  if (size == 0) return 0;
  static const std::filesystem::path folder = [] {
    std::string name = (std::filesystem::temp_directory_path() / "musclekg-fuzz-XXXXXX").string();
    fuzz::must(::mkdtemp(name.data()) != nullptr, "a folder can be made");
    return std::filesystem::path(name);
  }();
  static fuzz::MemoryFile file;
  constexpr std::string_view kFormats[] = {"yaml", "json", "jsonl", "csv"};
  Diagnostics diagnostics;
  static Diagnostics loading;
  static Knowledge knowledge(find_data(), {}, {}, "https://w3id.org/musclekg/", loading);
  ConvertOptions options;
  options.inputs = {file.put(fuzz::view(data + 1, size - 1))};
  options.from = format_named(kFormats[data[0] % 4]);
  options.folder = folder.string();
  for (const Syntax& syntax : syntaxes())
    if (syntax.name != "rdfxml") options.to.push_back(&syntax);
  options.base = "https://w3id.org/musclekg/";
  options.verify = true;
  options.graphs = data[0] >= 128;
  if (options.graphs) options.profiles = kAllProfiles;
  options.version = "0";
  NodeTable nodes;
  try {
    const ConvertResult result = convert(options, knowledge, knowledge.nodes, diagnostics);
    fuzz::must(result.account.balances(), "the books balance");
  } catch (const Failure& failure) {
    const std::string_view text = failure.what();
    fuzz::must(text.find("read back") == std::string_view::npos && text.find("cannot be read") == std::string_view::npos, failure.what());
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) std::filesystem::remove(entry.path());
  return 0;
}
