package directory

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/ent/db/jobitem"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/live"
)

// WorkQueue is where changes to many wait, apart from mails, which must not
// stand behind them; a process works so many of them at a time.
const (
	WorkQueue    = "work"
	WorkersAtIt  = 2
	workAttempts = 8
)

// WorkArgs asks a worker to do the items of a job that wait. What is to be
// done stands in their rows.
type WorkArgs struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	JobID      uuid.UUID `json:"job_id"`
}

// Kind of job.
func (WorkArgs) Kind() string { return "work" }

// InsertOpts puts it in its queue.
func (WorkArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{Queue: WorkQueue, MaxAttempts: workAttempts}
}

// jobItem is one thing a job is to do.
type jobItem struct {
	target *uuid.UUID
	label  string
	input  []byte
	status jobitem.Status
	errors fault.Refusals
}

// newJob is a job on its way into the database.
type newJob struct {
	*Service
	tx       *database.Tx
	row      *db.Job
	position int
	settled  int // items that need not be done
	failed   int // of them, those that cannot be
}

// startJob writes the row of a job of the viewer's; items follow. Refusal:
// LIMIT_REACHED.
func (s *Service) startJob(ctx context.Context, tx *database.Tx, v *authz.Viewer, kind job.Kind, organization, account uuid.UUID, input any) (*newJob, error) {
	open, err := tx.Client.Job.Query().Where(job.UserID(v.UserID), job.KindEQ(kind), job.StatusIn(job.StatusQUEUED, job.StatusRUNNING)).Count(ctx)
	if err != nil {
		return nil, fmt.Errorf("count jobs of user %s: %w", v.UserID, err)
	}
	if open >= MaxUnfinishedJobs {
		return nil, fault.Refuse(fault.LimitReached, "input", "%d jobs of yours are under way already. Wait for one, or cancel it.", open)
	}
	stored, err := json.Marshal(input)
	if err != nil {
		return nil, fmt.Errorf("encode job: %w", err)
	}
	row, err := tx.Client.Job.Create().SetID(schema.NewID()).SetAccountID(account).SetOrganizationID(organization).SetUserID(v.UserID).
		SetKind(kind).SetInput(stored).SetNillableImpersonationID(visitOf(v)).SetCreatedAt(s.Now()).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("create job: %w", err)
	}
	return &newJob{Service: s, tx: tx, row: row}, nil
}

// add writes items, at most so many that one statement takes them.
func (n *newJob) add(ctx context.Context, items []jobItem) error {
	for part := range slices.Chunk(items, bulkPage) {
		many := n.tx.Client.JobItem.MapCreateBulk(part, func(c *db.JobItemCreate, i int) {
			item := part[i]
			n.position++
			c.SetAccountID(n.row.AccountID).SetJobID(n.row.ID).SetCreatedAt(n.row.CreatedAt).SetPosition(n.position).
				SetNillableTargetID(item.target).SetLabel(item.label)
			if item.input != nil {
				c.SetInput(item.input)
			}
			if item.status != "" {
				c.SetStatus(item.status).SetErrors(encodeRefusals(item.errors))
				n.settled++
			}
			if item.status == jobitem.StatusFAILED {
				n.failed++
			}
		})
		if err := many.Exec(ctx); err != nil {
			return fmt.Errorf("write items of job %s: %w", n.row.ID, err)
		}
	}
	return nil
}

// finish counts the items, wakes the workers and writes down who asked.
func (n *newJob) finish(ctx context.Context, action string, changes []audit.Change, reason *string) (uuid.UUID, error) {
	id := n.row.ID
	err := n.tx.Client.Job.Update().Where(job.ID(id)).SetTotal(n.position).SetDone(n.settled).SetFailed(n.failed).Exec(ctx)
	if err != nil {
		return id, fmt.Errorf("count items of job %s: %w", id, err)
	}
	if err := n.enqueue(ctx, n.tx, WorkArgs{ResellerID: n.row.ResellerID, JobID: id}); err != nil {
		return id, err
	}
	if err := publishJob(ctx, n.tx, n.row, live.Created); err != nil {
		return id, err
	}
	return id, audit.Record(ctx, n.tx, audit.Event{
		At: n.row.CreatedAt, Action: action, OrganizationID: n.row.OrganizationID, AccountID: n.row.AccountID,
		TargetType: "Job", TargetID: id, Changes: changes, Reason: reason,
	})
}

func encodeRefusals(refused fault.Refusals) []byte {
	text, err := json.Marshal(refused)
	if err != nil {
		return []byte("[]") // texts alone: it cannot fail
	}
	return text
}

// publishJob tells whoever follows a job about it.
func publishJob(ctx context.Context, tx *database.Tx, j *db.Job, what live.Change) error {
	return live.Publish(ctx, tx, live.Event{
		Reseller: j.ResellerID, Account: j.AccountID, Organization: j.OrganizationID, Type: live.Job, ID: j.ID, Change: what,
	})
}

// bulkJob makes the job that changes many users.
func (s *Service) bulkJob(ctx context.Context, tx *database.Tx, v *authz.Viewer, in BulkChange, count int) (uuid.UUID, error) {
	n, err := s.startJob(ctx, tx, v, job.KindUSERS_BULK_CHANGE, v.OrganizationID, v.AccountID, in.order())
	if err != nil {
		return uuid.Nil, err
	}
	if in.Matching != nil {
		err = eachMatch(ctx, tx, in.Matching.Rows, func(page []*db.User) error {
			items := make([]jobItem, len(page))
			for i, u := range page {
				items[i] = jobItem{target: &u.ID, label: u.Email}
			}
			return n.add(ctx, items)
		})
		if err == nil {
			err = countChanged(in, n.position) // somebody came or went meanwhile
		}
	} else {
		err = n.add(ctx, namedItems(in))
	}
	if err != nil {
		return n.row.ID, err
	}
	return n.finish(ctx, "users.bulk_changed", in.summary(count), in.Reason)
}

// namedItems are the items of named users; one that is named twice is left
// alone the second time.
func namedItems(in BulkChange) []jobItem {
	items, seen := make([]jobItem, len(in.IDs)), map[uuid.UUID]bool{}
	for i, id := range in.IDs {
		items[i] = jobItem{target: &in.IDs[i]}
		if i < len(in.Sent) {
			items[i].label = truncate(in.Sent[i], maxEmail)
		}
		if seen[id] {
			items[i].status = jobitem.StatusSKIPPED
			items[i].errors = fault.Refusals{{Code: fault.Duplicate, Message: "The user was named before in this request."}}
		}
		seen[id] = true
	}
	return items
}
