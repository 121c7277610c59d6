package main

import (
	"fmt"
	"time"
)

// paceWindow is how far the pace looks back: a run that slows down should not
// promise what it did at first.
const paceWindow = 15 * time.Second

// pace tells how fast a run goes. The zero value is ready.
type pace struct{ points []pacePoint }

type pacePoint struct {
	at      time.Time
	share   float64 // of the work, 0 to 1; 0 where that is not known
	records int
}

// add takes in how far the run is; points of the same second count once.
func (p *pace) add(at time.Time, share float64, records int) {
	s := pacePoint{at, share, records}
	if n := len(p.points); n > 1 && at.Sub(p.points[n-2].at) < time.Second {
		p.points[n-1] = s
	} else {
		p.points = append(p.points, s)
	}
	for len(p.points) > 2 && at.Sub(p.points[1].at) >= paceWindow {
		p.points = p.points[1:]
	}
}

// rate gives the records a second; ok is false while there is too little to say.
func (p *pace) rate() (perSecond float64, ok bool) {
	first, last, ok := p.ends()
	if !ok {
		return 0, false
	}
	return float64(last.records-first.records) / last.at.Sub(first.at).Seconds(), true
}

// left gives the time that the rest will take at this pace.
func (p *pace) left() (d time.Duration, ok bool) {
	first, last, ok := p.ends()
	if !ok || last.share <= first.share {
		return 0, false
	}
	spent := last.at.Sub(first.at)
	return time.Duration(float64(spent) * (1 - last.share) / (last.share - first.share)), true
}

func (p *pace) ends() (first, last pacePoint, ok bool) {
	if len(p.points) < 2 {
		return first, last, false
	}
	first, last = p.points[0], p.points[len(p.points)-1]
	return first, last, last.at.Sub(first.at) >= time.Second/2
}

// String is what stands behind the bar: rate and remaining time, as far as they
// are known.
func (p *pace) String() string {
	s := ""
	if rate, ok := p.rate(); ok {
		s += fmt.Sprintf(", %.0f/s", rate)
	}
	if left, ok := p.left(); ok {
		s += ", " + roughly(left) + " left"
	}
	return s
}

// roughly words a duration as people would: 8s, 3m20s, 2h05m.
func roughly(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%ds", int(d.Round(time.Second).Seconds()))
	case d < time.Hour:
		d = d.Round(10 * time.Second)
		return fmt.Sprintf("%dm%02ds", int(d.Minutes()), int(d.Seconds())%60)
	}
	d = d.Round(time.Minute)
	return fmt.Sprintf("%dh%02dm", int(d.Hours()), int(d.Minutes())%60)
}
