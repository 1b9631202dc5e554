// Rows by number, in blocks that copies share: a copy costs a pointer for each block, and who changes a row copies its block
// first where another copy still reads it. So work on other threads can have rows of its own at any time.
//
// Each copy belongs to one thread at a time; copies that share blocks may be read, changed and freed on different threads.
#pragma once
#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace tradewind {

template <class Row>
class RowBlocks {
 public:
  std::size_t size() const { return size_; }
  /// Valid until a row of its block is changed.
  const Row& operator[](std::size_t at) const { return blocks_[at / rows_a_block]->rows[at % rows_a_block]; }

  void reserve(std::size_t count) { blocks_.reserve(blocks_for(count)); }
  void push_back(Row row) {
    if (size_ % rows_a_block == 0) blocks_.push_back(std::make_shared<Block>());
    ++size_;
    set(size_ - 1, std::move(row));
  }
  /// REQUIRES: at < size().
  void set(std::size_t at, Row row) {
    std::shared_ptr<Block>& block = blocks_[at / rows_a_block];
    make_own(block);
    block->rows[at % rows_a_block] = std::move(row);
  }
  /// REQUIRES: it is empty.
  void fill(std::vector<Row> rows) {
    reserve(rows.size());
    for (Row& row : rows) push_back(std::move(row));
  }

 private:
  /// A block of items is some twenty thousand bytes: copied in microseconds, and few enough at 100,000 items.
  static constexpr std::size_t rows_a_block = 64;
  struct Block {
    std::array<Row, rows_a_block> rows;
  };

  static std::size_t blocks_for(std::size_t count) { return (count + rows_a_block - 1) / rows_a_block; }
  static void make_own(std::shared_ptr<Block>& block) {
    if (block.use_count() > 1)
      block = std::make_shared<Block>(*block);
    else
      std::atomic_thread_fence(std::memory_order_acquire);  // what the last other reader did to let go of it comes before
  }

  std::vector<std::shared_ptr<Block>> blocks_;
  std::size_t size_ = 0;
};

}  // namespace tradewind
