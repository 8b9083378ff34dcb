package request_test

import (
	"context"
	"testing"

	"tenantry/internal/request"
)

func TestFromContext(t *testing.T) {
	t.Parallel()
	if got := request.FromContext(context.Background()); got != (request.Info{}) {
		t.Errorf("outside of a request: %+v, want nothing", got)
	}
	want := request.Info{ID: "r1", IP: "192.0.2.1", UserAgent: "curl"}
	ctx := request.WithInfo(context.Background(), want)
	if got := request.FromContext(ctx); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := request.ID(ctx); got != "r1" {
		t.Errorf("ID = %q", got)
	}
}
