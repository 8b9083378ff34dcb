package export

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/ent/db/jobchunk"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// pieceTime is how long a client may take for one piece of a file.
const pieceTime = time.Minute

// Handler hands out files under Path; the route names the token {token}. A
// link that was never made, is over, or whose owner may no longer sign in or
// have such files answers 404 alike, and so does one of a visit of staff that
// has ended.
func (s *Service) Handler(log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("X-Content-Type-Options", "nosniff")
		j, ctx, err := s.open(r.Context(), r.PathValue("token"))
		if err == nil && j != nil && r.Method == http.MethodGet {
			err = s.fetched(ctx, j)
		}
		switch {
		case err != nil:
			log.ErrorContext(ctx, "download failed", "error", err)
			http.Error(w, "The file cannot be reached at the moment. Try again.", http.StatusServiceUnavailable)
			return
		case j == nil:
			http.Error(w, "There is no such file, or its time is over.", http.StatusNotFound)
			return
		}
		h.Set("Content-Type", j.ContentType)
		h.Set("Content-Disposition", `attachment; filename="`+j.FileName+`"`)
		h.Set("Content-Length", strconv.FormatInt(j.Size, 10))
		h.Set("Accept-Ranges", "none")
		if r.Method == http.MethodHead {
			return
		}
		if err := s.send(ctx, w, j); err != nil {
			log.WarnContext(ctx, "download broke off", "job", j.ID, "error", err)
			panic(http.ErrAbortHandler) // so that the client does not take a part for the whole
		}
	})
}

// open finds the job of a token that is good now, and the context to read it
// in; nil when there is none.
func (s *Service) open(ctx context.Context, token string) (*db.Job, context.Context, error) {
	now := s.now()
	g, ok := s.parse(token)
	if !ok || !now.Before(g.until) {
		return nil, ctx, nil
	}
	scoped := database.WithReseller(ctx, g.reseller)
	j, err := s.DB.Client().Job.Query().Where(job.ID(g.job)).Only(scoped)
	switch {
	case db.IsNotFound(err):
		return nil, scoped, nil
	case err != nil:
		return nil, scoped, fmt.Errorf("read job %s: %w", g.job, err)
	case !available(j, now):
		return nil, scoped, nil
	}
	switch owner, err := s.ownerNow(ctx, j, g.by()); {
	case err == nil && !s.still(owner, j):
		return nil, scoped, nil
	case err == nil:
		return j, authz.NewContext(scoped, owner), nil
	case fault.KindOf(err) == fault.Unauthenticated:
		return nil, scoped, nil
	default:
		return nil, scoped, err
	}
}

// fetched notes in the audit log that the file goes out.
func (s *Service) fetched(ctx context.Context, j *db.Job) error {
	return s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		actor, err := ownerOf(ctx, tx, j)
		if err != nil {
			return err
		}
		e := event(j, s.now(), "export.downloaded")
		e.Actor = actor
		return audit.Record(ctx, tx, e)
	})
}

// ownerOf is who asked for a job, as the audit log names him.
func ownerOf(ctx context.Context, tx *database.Tx, j *db.Job) (*audit.Actor, error) {
	u, err := tx.Client.User.Query().Where(user.ID(j.UserID)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read owner of job %s: %w", j.ID, err)
	}
	return &audit.Actor{ID: u.ID, Name: u.DisplayName, Email: u.Email}, nil
}

// send writes the pieces of a file one after the other.
func (s *Service) send(ctx context.Context, w http.ResponseWriter, j *db.Job) error {
	control := http.NewResponseController(w)
	for sent, position := int64(0), 0; sent < j.Size; position++ {
		piece, err := s.DB.Client().JobChunk.Query().Where(jobchunk.JobID(j.ID), jobchunk.Position(position)).Only(ctx)
		if err != nil {
			return fmt.Errorf("read piece %d of job %s: %w", position, j.ID, err)
		}
		// The server's limit is for answers of a page; a file has one for each piece.
		_ = control.SetWriteDeadline(time.Now().Add(pieceTime)) // not every writer can
		n, err := w.Write(piece.Data)
		if err != nil {
			return fmt.Errorf("send piece %d of job %s: %w", position, j.ID, err)
		}
		sent += int64(n)
	}
	return nil
}
