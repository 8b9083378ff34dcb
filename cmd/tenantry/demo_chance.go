package main

import (
	"encoding/binary"
	"hash/fnv"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"
)

// demoEpoch is where the time stamps inside the ids of made-up records begin.
// It is fixed, so that ids are the same on every machine and on every day.
const demoEpoch = 1_767_225_600_000 // 2026-01-01 in Unix milliseconds

// chance makes the same choices in every run.
type chance struct {
	rng    *rand.Rand
	serial uint64
}

func newChance(name string) *chance {
	h := fnv.New64a()
	h.Write([]byte(name))
	return &chance{rng: rand.New(rand.NewPCG(h.Sum64(), 0x7e4a47))} // made-up data, no secrets
}

// id is the next UUIDv7: a counter where the clock belongs, chance behind it.
func (c *chance) id() (id uuid.UUID) {
	c.serial++
	binary.BigEndian.PutUint64(id[:8], (demoEpoch+c.serial)<<16|c.rng.Uint64()&0xffff)
	binary.BigEndian.PutUint64(id[8:], c.rng.Uint64())
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80
	return id
}

// bytes are n bytes that nobody can guess the origin of: the hash of a link
// that was never sent.
func (c *chance) bytes(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(c.rng.Uint32())
	}
	return b
}

// percent is true n times in a hundred.
func (c *chance) percent(n int) bool { return c.rng.IntN(100) < n }

// between is a duration from a to less than b.
func (c *chance) between(a, b time.Duration) time.Duration {
	return a + time.Duration(c.rng.Int64N(int64(b-a))).Truncate(time.Second)
}

func pick[T any](c *chance, list []T) T { return list[c.rng.IntN(len(list))] }

// weighted picks an index with the odds given.
func (c *chance) weighted(odds ...int) int {
	sum := 0
	for _, o := range odds {
		sum += o
	}
	n := c.rng.IntN(sum)
	for i, o := range odds {
		if n -= o; n < 0 {
			return i
		}
	}
	return 0
}
