-- Takes one call from each bucket, or none from any. The arithmetic is Bucket's, the clock Redis' own, in microseconds.
-- KEYS: the buckets. ARGV, for each: what the call costs, the depth. Answers the microseconds to wait, and for which bucket.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local full = {}
local wait, which = 0, 0
for i = 1, #KEYS do
    local cost, depth = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
    full[i] = math.max(tonumber(redis.call('GET', KEYS[i]) or 0), now) + cost
    if full[i] - depth - now > wait then
        wait, which = full[i] - depth - now, i
    end
end
if wait == 0 then
    for i = 1, #KEYS do
        redis.call('SET', KEYS[i], string.format('%.0f', full[i]), 'PX', math.ceil((full[i] - now) / 1000))
    end
end
return {wait, which}
