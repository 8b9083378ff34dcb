package export

import (
	"context"
	"crypto/sha256"
	"fmt"
	"hash"

	"tenantry/ent/db"
	"tenantry/internal/database"
)

// sink stores a file in pieces, each in a transaction of its own, so that
// neither memory nor a transaction grows with the file.
type sink struct {
	ctx      context.Context //nolint:containedctx // an io.Writer is given none
	service  *Service
	job      *db.Job
	buf      []byte
	position int
	size     int64
	sum      hash.Hash
}

func (s *Service) sink(ctx context.Context, j *db.Job) *sink {
	return &sink{ctx: ctx, service: s, job: j, buf: make([]byte, 0, chunkBytes), sum: sha256.New()}
}

// Write implements io.Writer.
func (k *sink) Write(p []byte) (int, error) {
	n := len(p)
	for len(p) > 0 {
		free := min(cap(k.buf)-len(k.buf), len(p))
		k.buf, p = append(k.buf, p[:free]...), p[free:]
		if len(k.buf) == cap(k.buf) {
			if err := k.flush(); err != nil {
				return 0, err
			}
		}
	}
	return n, nil
}

// flush stores what has gathered.
func (k *sink) flush() error {
	if len(k.buf) == 0 {
		return nil
	}
	err := k.service.DB.WithTx(k.ctx, func(ctx context.Context, tx *database.Tx) error {
		return tx.Client.JobChunk.Create().SetAccountID(k.job.AccountID).SetJobID(k.job.ID).
			SetPosition(k.position).SetData(k.buf).SetCreatedAt(k.service.now()).Exec(ctx)
	})
	if err != nil {
		return fmt.Errorf("store piece %d of job %s: %w", k.position, k.job.ID, err)
	}
	k.sum.Write(k.buf)
	k.position, k.size, k.buf = k.position+1, k.size+int64(len(k.buf)), k.buf[:0]
	return nil
}
