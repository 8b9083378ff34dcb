package graph

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"testing"

	"github.com/lib/pq"

	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Whatever a capability returns becomes a code of the closed list, and the text
// of a database or a bug stays inside.
func TestTranslate(t *testing.T) {
	t.Parallel()
	p := presenter{log: slog.New(slog.DiscardHandler)}
	frozen := &net.OpError{Op: "read", Net: "unix", Err: os.ErrDeadlineExceeded}
	for name, tt := range map[string]struct {
		err  error
		code fault.Kind
	}{
		"known":                  {fault.New(fault.RateLimited, "Wait."), fault.RateLimited},
		"known, wrapped":         {fmt.Errorf("sign in: %w", fault.New(fault.NotFound, "Gone.")), fault.NotFound},
		"refused read":           {fault.Refuse(fault.Invalid, "where.id", "No id."), fault.BadUserInput},
		"cancelled":              {context.Canceled, fault.Unavailable},
		"too slow":               {context.DeadlineExceeded, fault.Unavailable},
		"database gone":          {fmt.Errorf("read users: %w", driver.ErrBadConn), fault.Unavailable},
		"database frozen":        {fmt.Errorf("read users: %w", frozen), fault.Unavailable},
		"database shutting down": {&pq.Error{Code: "57P01", Message: "secret"}, fault.Unavailable},
		"database refuses":       {&pq.Error{Code: "42501", Message: "secret"}, fault.Internal},
		"commit, nobody knows":   {database.CommitError(driver.ErrBadConn), fault.Internal},
		"internal kind":          {&fault.Error{Kind: fault.Internal, Message: "secret"}, fault.Internal},
		"a bug":                  {errors.New("secret"), fault.Internal},
	} {
		got := p.translate(t.Context(), tt.err)
		if got.Extensions["code"] != string(tt.code) {
			t.Errorf("%s: code %v, want %s", name, got.Extensions["code"], tt.code)
		}
		if _, traced := got.Extensions["requestId"]; traced != (tt.code == fault.Internal) || got.Message == "secret" {
			t.Errorf("%s: %q %v", name, got.Message, got.Extensions)
		}
	}
}
