package jobs

import (
	"database/sql"

	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
)

// mute is River's driver without NOTIFY. Every client polls, so nobody listens
// to what an insert would say; and as River says it at most once in 100 ms of a
// queue, it costs some transactions a statement, and a lock at their commit
// that all notifying transactions share, and others not.
type mute struct{ *riverdatabasesql.Driver }

func newDriver(db *sql.DB) mute { return mute{riverdatabasesql.New(db)} }

// SupportsListenNotify keeps River from sending.
func (mute) SupportsListenNotify() bool { return false }
