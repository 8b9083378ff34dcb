package jobs

import (
	"context"
	"errors"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// ErrPanicked is the error Observe sees for an attempt that panicked. River
// recovers the panic itself and records it with the job.
var ErrPanicked = errors.New("jobs: the worker panicked")

// observer reports each attempt after it ended, however it ended.
func observer(observe func(string, time.Duration, error), now func() time.Time) rivertype.Middleware {
	return river.WorkerMiddlewareFunc(func(ctx context.Context, job *rivertype.JobRow, work func(context.Context) error) (err error) {
		began := now()
		err = ErrPanicked // stays when work does not return
		defer func() { observe(job.Kind, now().Sub(began), err) }()
		err = work(ctx)
		return err
	})
}
