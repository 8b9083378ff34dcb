package graph

import (
	"strconv"
	"testing"
)

func TestSeats(t *testing.T) {
	t.Parallel()
	s := &Streams{}
	var strange []*seat
	for i := range maxStrange {
		_, p, err := s.knock(t.Context(), strconv.Itoa(i%(maxStrange/maxStrangeFrom)))
		if err != nil {
			t.Fatalf("stranger %d: %v", i, err)
		}
		strange = append(strange, p)
	}
	if _, _, err := s.knock(t.Context(), "another"); err == nil {
		t.Error("more strangers than places")
	}
	for i := range maxConnections - 1 {
		if _, _, err := s.enter(t.Context()); err != nil {
			t.Fatalf("known %d: %v", i, err)
		}
	}
	if err := strange[0].admit(); err != nil {
		t.Errorf("the last place: %v", err)
	}
	if err := strange[1].admit(); err == nil {
		t.Error("admitted without a place")
	}
	if _, _, err := s.enter(t.Context()); err == nil {
		t.Error("more known ones than places")
	}
	if _, _, err := s.knock(t.Context(), "another"); err != nil {
		t.Errorf("the place of who was admitted: %v", err)
	}
	strange[0].leave()
	if err := strange[1].admit(); err != nil {
		t.Errorf("the place of who has left: %v", err)
	}
	for _, p := range strange[1:] {
		p.leave()
	}
	if s.waiting != 1 || len(s.strange) != 1 || s.Open() != maxConnections {
		t.Errorf("%d waiting from %v, %d open", s.waiting, s.strange, s.Open())
	}
}
