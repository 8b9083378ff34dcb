// Package export answers how a list becomes a file: who may ask for it, how
// the rows are written within little memory and from one moment, and how long
// the file can be fetched. The rows themselves come from the list's own code
// behind the interface List; the files lie in the database, so that every
// process can hand them out.
package export

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/internal/database"
	"tenantry/internal/live"
)

// Limits of the product.
const (
	Retention     = time.Hour      // a finished file can be fetched for so long
	LinkTTL       = time.Hour      // a link opens for so long, at most as long as the file is there
	MaxUnfinished = 5              // exports of one user that wait or run
	Deadline      = 24 * time.Hour // an export unfinished by then has failed
	pieceRows     = 2000           // rows read at once
	chunkBytes    = 256 << 10      // bytes of a file stored at once
	progressEvery = 2 * time.Second
	maxAttempts   = 5
)

// Queue is where exports wait: apart from mails, which must not stand behind
// them. Each export holds two connections of the pool while it runs, so a
// process works few of them at a time.
const (
	Queue   = "exports"
	Workers = 1
)

// Format of a file.
type Format string

// The formats.
const (
	CSV    Format = "CSV"
	NDJSON Format = "NDJSON"
	XLSX   Format = "XLSX"
)

// List reads the rows of a list, as the viewer in the context sees them now.
type List interface {
	// Open starts to read within the snapshot. The input is what Create was
	// given; of the columns those are left out that the viewer may not read.
	Open(ctx context.Context, at *database.Snapshot, input json.RawMessage, columns []string, size int) (Rows, error)
}

// Rows are read piece by piece.
type Rows interface {
	// Columns are the keys of the values of each row.
	Columns() []string
	// Total is the number of rows there are.
	Total() int
	// Next calls row for each of the next rows and answers their number, 0 at
	// the end. The values are the JSON the API writes, of texts, numbers, truth
	// values, nulls and lists of texts or objects; they change with the next row.
	Next(ctx context.Context, row func(values [][]byte) error) (int, error)
}

// Viewers tells who a user is now.
type Viewers interface {
	// ViewerOf is a *fault.Error UNAUTHENTICATED for whom may not sign in.
	ViewerOf(ctx context.Context, resellerID, userID uuid.UUID) (*authz.Viewer, error)
}

// Visits tells who a user is now in whose name staff asked for something.
type Visits interface {
	// VisitorOf is a *fault.Error UNAUTHENTICATED once the visit is over.
	VisitorOf(ctx context.Context, resellerID, userID, impersonationID uuid.UUID) (*authz.Viewer, error)
}

// Jobs inserts job rows in a transaction.
type Jobs interface {
	InsertMany(ctx context.Context, tx *sql.Tx, jobs []river.InsertManyParams) error
}

// Idempotency runs a creating change at most once for a key of the viewer's.
type Idempotency interface {
	Once(ctx context.Context, tx *database.Tx, operation string, key *string, input any, run func() (uuid.UUID, error)) (uuid.UUID, error)
}

// Service makes exports. All fields but Ready, ReportReady and Visits are required.
type Service struct {
	DB          *database.DB
	Authorizer  *authz.Authorizer
	Jobs        Jobs
	Idempotency Idempotency
	// Ready is the job that tells who asked that the file is there; nil tells
	// nobody.
	Ready func(resellerID, jobID uuid.UUID) river.JobArgs
	// ReportReady is the same for a file that a schedule ordered.
	ReportReady func(resellerID, jobID, scheduleID uuid.UUID) river.JobArgs
	Viewers     Viewers
	Visits      Visits // nil: what was asked for in a visit of staff is never handed out
	// Users, Organizations and AuditEvents are the lists of jobs of the kind EXPORT.
	Users, Organizations, AuditEvents List
	Statements                        Source // those of them that are named Statement
	Reports                           Source // those of the kind REPORT
	Secret                            []byte // at least 32 bytes; links are signed with it
	PublicURL                         string // where links lead, without a trailing slash
	Now                               func() time.Time
}

// now is the clock in the exactness the database keeps.
func (s *Service) now() time.Time { return s.Now().UTC().Truncate(time.Microsecond) }

// publish tells whoever follows a job about it.
func publish(ctx context.Context, tx *database.Tx, j *db.Job, what live.Change) error {
	return live.Publish(ctx, tx, live.Event{
		Reseller: j.ResellerID, Account: j.AccountID, Organization: j.OrganizationID, Type: live.Job, ID: j.ID, Change: what,
	})
}

// Args asks a worker to make the file of a job.
type Args struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	JobID      uuid.UUID `json:"job_id"`
}

// Kind of job.
func (Args) Kind() string { return "export" }

// InsertOpts puts it in its queue.
func (Args) InsertOpts() river.InsertOpts {
	return river.InsertOpts{Queue: Queue, MaxAttempts: maxAttempts}
}

// TidyArgs asks a worker to drop the file of a job whose time is over.
type TidyArgs struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	JobID      uuid.UUID `json:"job_id"`
}

// Kind of job.
func (TidyArgs) Kind() string { return "export_tidy" }
