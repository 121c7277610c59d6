package web_test

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/mingcha-go/mingcha/internal/web"
)

// loads are submissions of several kinds: clean, with rewrites to try, generic.
var loads = [][]byte{
	[]byte(`{"name":"青禾记账","short_name":"青禾","intro":"记录每天的收支，按月统计并画成图表","categories":["工具/记账"],"tags":["记账","预算"]}`),
	[]byte(`{"name":"腾迅课堂","intro":"全国最好的在线课堂，国家级名师授课","tags":["数学","微信"]}`),
	[]byte(`{"name":"麦田花店","intro":"同城鲜花配送，下单后两小时送达","owner":{"kind":"individual"}}`),
	[]byte(`{"name":"成都火锅","intro":"扫码点餐、排号和外卖下单，门店优惠早知道"}`),
}

// BenchmarkCheck is what one request costs without the network.
func BenchmarkCheck(b *testing.B) {
	handler := web.NewHandler(newValidator(), web.Options{Limits: web.DefaultLimits(), Hosts: anyHost(b)})
	for n := 0; b.Loop(); n++ {
		request := httptest.NewRequest("POST", "/api/check?lang=zh", bytes.NewReader(loads[n%len(loads)]))
		request.Header.Set("Content-Type", jsonType)
		response := httptest.NewRecorder()
		if handler.ServeHTTP(response, request); response.Code != 200 {
			b.Fatal(response.Code, response.Body)
		}
	}
}

// TestManyCallersAtOnceLoseNothing keeps 200 requests under way for 10 seconds over
// loopback, and tells how long they took. It asserts only that none is lost: times
// depend on the machine. Ask for it with MINGCHA_LOAD=1, and with GOGC=400 for the
// memory that mingcha serve takes.
func TestManyCallersAtOnceLoseNothing(t *testing.T) {
	if os.Getenv("MINGCHA_LOAD") == "" {
		t.Skip("set MINGCHA_LOAD=1 to run it")
	}
	const callers, span = 200, 10 * time.Second
	url := serve(t, nil) + "/api/check"
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: callers}, Timeout: span}
	took := make([][]time.Duration, callers)
	lost := make([]int, callers)
	end := time.Now().Add(span)
	var calling sync.WaitGroup
	for i := range callers {
		calling.Go(func() {
			for n := i; time.Now().Before(end); n++ {
				begun := time.Now()
				response, err := client.Post(url, jsonType, bytes.NewReader(loads[n%len(loads)]))
				if err != nil {
					lost[i]++
					continue
				}
				text, err := io.ReadAll(response.Body)
				response.Body.Close()
				if err != nil || response.StatusCode != 200 || !bytes.Contains(text, []byte(`"verdict":`)) {
					lost[i]++
					continue
				}
				took[i] = append(took[i], time.Since(begun))
			}
		})
	}
	calling.Wait()
	all := slices.Concat(took...)
	slices.Sort(all)
	failed := 0
	for _, n := range lost {
		failed += n
	}
	if len(all) == 0 || failed > 0 {
		t.Fatalf("%d answered, %d lost", len(all), failed)
	}
	at := func(share float64) time.Duration {
		return all[int(share*float64(len(all)-1))].Round(100 * time.Microsecond)
	}
	t.Logf("%d answered in %v (%.0f a second), none lost: p50 %v, p95 %v, p99 %v, most %v",
		len(all), span, float64(len(all))/span.Seconds(), at(.5), at(.95), at(.99), at(1))
}
