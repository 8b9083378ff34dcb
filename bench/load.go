package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"
)

// sample is what one run of load saw.
type sample struct {
	Requests int
	Took     time.Duration
	P50, P99 time.Duration
	Bytes    int // of one answer's body, the last one seen
}

func (s sample) rate() float64 { return float64(s.Requests) / s.Took.Seconds() }

// drive sends requests over connections until the time is up. Connection i
// goes round the cycle cycles[i % len(cycles)], and ends only with a whole one:
// a cycle may be a change and its reverse.
func drive(ctx context.Context, addr string, cycles [][][]byte, connections int, d time.Duration) (sample, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	clients := make([]*client, connections)
	for i := range clients {
		var err error
		if clients[i], err = dial(addr); err != nil {
			return sample{}, err
		}
		defer clients[i].close()
	}
	took := make([][]time.Duration, connections)
	size := make([]int, connections)
	began := time.Now()
	end := began.Add(d)
	var all sync.WaitGroup
	for i, c := range clients {
		all.Go(func() {
			cycle := cycles[i%len(cycles)]
			times := make([]time.Duration, 0, 1<<14)
			for last := began; last.Before(end) && ctx.Err() == nil; {
				for _, request := range cycle {
					status, body, err := c.do(request)
					if err == nil {
						err = flawless(status, body)
					}
					if err != nil {
						cancel(err)
						return
					}
					now := time.Now()
					times = append(times, now.Sub(last))
					last, size[i] = now, len(body)
				}
			}
			took[i] = times
		})
	}
	all.Wait()
	s := sample{Took: time.Since(began), Bytes: size[0]}
	if err := context.Cause(ctx); err != nil {
		return s, err
	}
	times := slices.Concat(took...)
	if len(times) == 0 {
		return s, errors.New("no request was answered")
	}
	slices.Sort(times)
	s.Requests, s.P50, s.P99 = len(times), times[len(times)/2], times[len(times)*99/100]
	return s, nil
}

// flawless refuses an answer with an error or a mutation's refusal in it: only
// what succeeds is measured.
func flawless(status int, body []byte) error {
	if status == 200 && !bytes.Contains(body, []byte(`"errors":[{`)) && bytes.HasPrefix(body, []byte(`{"data":{`)) {
		return nil
	}
	return fmt.Errorf("answer with status %d: %.400s", status, body)
}

// rotations are cycles that each begin with another request, so that
// connections do not ask for the same thing at the same moment.
func rotations(requests [][]byte) [][][]byte {
	var out [][][]byte
	for i := range requests {
		out = append(out, slices.Concat(requests[i:], requests[:i]))
	}
	return out
}
