#include "bench_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <string>
#include <utility>

#include "app/knowledge.h"
#include "extract/extractor.h"
#include "generate_page.h"
#include "measure.h"
#include "read/page_layout.h"

namespace musclekg {

namespace {

constexpr std::size_t kPageSize = 6000;  ///< about that of an encyclopedia's article on a muscle

/// Adds up the time of pieces of work, without what is done between them.
class Stopwatch {
 public:
  void start() { begin_ = now(); }
  void stop() {
    const Times end = now();
    cpu_ += end.first - begin_.first;
    wall_ += end.second - begin_.second;
  }
  double cpu() const { return cpu_; }
  double wall() const { return wall_; }

 private:
  using Times = std::pair<double, double>;

  static Times now() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return {static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9,
            std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count()};
  }

  Times begin_;
  double cpu_ = 0, wall_ = 0;
};

/// Reads `bytes` of pages, each at least `page_size` long, which are made in between.
Run read_once(const PageLayout& layout, std::size_t bytes, std::size_t page_size) {
  return measure([&](Work& work) {
    const auto start = std::chrono::steady_clock::now();
    Diagnostics diagnostics;
    const Knowledge knowledge(find_data(), {}, {}, kBase, diagnostics);
    const LinkTables link = knowledge.link_tables();
    const PageHeadings headings(knowledge.data + "/page-headings.tsv", diagnostics);
    ExtractTables tables(knowledge.data, link, diagnostics);
    Extractor extractor(tables);
    work.start_up = seconds_since(start);
    const PageWords words = page_words(knowledge);
    Stopwatch reading, extracting;
    for (; work.page_bytes < bytes; ++work.pages) {
      std::string source = generated_page(words, layout.name, work.pages, page_size);
      work.page_bytes += source.size();
      Page page;
      reading.start();
      const bool read = read_page("page", std::move(source), nullptr, headings, page, diagnostics);
      reading.stop();
      if (!read || page.layout != layout.name) throw Failure(fmt::format("a page in {} was not read as that", layout.name));
      extracting.start();
      const PageFacts facts = extractor.extract(page);
      extracting.stop();
      work.facts += facts.facts.size();
    }
    work.reading = reading.cpu();
    work.reading_wall = reading.wall();
    work.extracting = extracting.cpu();
    work.extracting_wall = extracting.wall();
    return diagnostics.count(Severity::Error) == 0;
  });
}

}  // namespace

void measure_pages(std::size_t megabytes, std::size_t repeat, bool markdown) {
  ResultTable table({"layout", "pages", "kB a page", "text MB", "facts", "read MB/CPU s", "whole MB/s", "whole MB/CPU s", "peak MiB"});
  for (const PageLayout& layout : page_layouts()) {
    const std::size_t bytes = megabytes * 1000000;
    const std::pair<std::size_t, std::size_t> sizes[] = {
        {bytes, kPageSize}, {10 * bytes, kPageSize}, {100 * bytes, kPageSize}, {10 * bytes, 10 * bytes}};
    for (const auto& [all, page_size] : sizes) {
      const Run run = best_of(repeat, [&] { return read_once(layout, all, page_size); });
      if (!run.done) {
        table.add({fmt::format("{}: failed", layout.name)});
        continue;
      }
      const Work& work = run.work;
      const double size = static_cast<double>(work.page_bytes) / 1e6;
      table.add({std::string(layout.name), fmt::format("{}", work.pages),
                 fmt::format("{:.1f}", size * 1e3 / static_cast<double>(work.pages)), fmt::format("{:.0f}", size),
                 fmt::format("{}", work.facts), fmt::format("{:.1f}", size / work.reading),
                 fmt::format("{:.2f}", size / (work.reading_wall + work.extracting_wall)),
                 fmt::format("{:.2f}", size / (work.reading + work.extracting)), fmt::format("{:.1f}", run.peak)});
    }
  }
  table.print(markdown);
}

}  // namespace musclekg
