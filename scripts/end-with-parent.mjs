// Preloaded into what the bootstrap starts: when the bootstrap is gone, killed perhaps, this program ends in good order.
const group = process.platform === 'win32' ? process.pid : -process.pid
process.on('disconnect', () => process.kill(group, 'SIGTERM'))
process.channel?.unref()
